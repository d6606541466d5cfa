import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { Prisma } from '../db/generated/client'
import { readDatabase } from '../db/replica'
import { withinBudget } from '../db/within-budget'
import { maskPolicy } from '../mask/mask-policy'
import { DATE, TIME } from '../query/compile-json'
import { NUMBER_IN_TEXT } from '../query/path-keys'
import { declaredPaths, readsTexts } from './declared'
import type { EntityProperty, KeyForm, KeySample } from './dto'
import { type SampleIds, sampleOf } from './sample'

/** Milliseconds for reading the documents of a sample. */
const BUDGET = 3_000
/** Bytes as stored above which a document is not read: a thousand such would be hundreds of megabytes. */
const LARGE = 262_144
/** Places that are told, the most frequent first; documents whose keys are ids have no end of them. */
const MOST_FORMS = 2_000

/** Null when finding or reading the records took too long. Throws FORBIDDEN. */
export async function sampledKeys(
  actor: Actor,
  entityId: string,
  properties: readonly EntityProperty[],
): Promise<{ sample: SampleIds; keys: KeySample } | null> {
  authorize(actor, 'records:read')
  const db = await readDatabase()
  const sample = await sampleOf(db, entityId)
  if (!sample) return null
  const { shownInData } = await maskPolicy(actor)
  const declared = declaredPaths(properties)
  const parents = declared.filter(({ isParent }) => isParent).map(({ path }) => path)
  const tested = declared.filter(({ path, property }) => readsTexts(property.type) && shownInData(path, []) === 'whole')
  const counted = await withinBudget(db, BUDGET, async (tx) => {
    const [documents] = await tx.$queryRaw<Pick<KeySample, 'large' | 'keyless'>[]>`
      select count(*) filter (where pg_column_size(data) > ${LARGE})::int as large,
        count(*) filter (where pg_column_size(data) <= ${LARGE} and jsonb_typeof(data) <> 'object')::int as keyless
      from mastra.records where id = any(${sample.ids}::text[])`
    const forms = await tx.$queryRaw<KeyForm[]>(
      keyForms(
        sample.ids,
        parents,
        tested.map(({ path }) => path),
      ),
    )
    return { large: 0, keyless: 0, ...documents, forms }
  })
  if (!counted) return null
  const forms = counted.forms.slice(0, MOST_FORMS)
  const keys = {
    ...counted,
    records: sample.ids.length,
    among: sample.among,
    cut: counted.forms.length > forms.length,
    forms,
  }
  return { sample, keys }
}

/**
 * How often each form of value stands at each key of the documents, and at the keys inside the objects at `parents`. Only names and
 * numbers leave the database: of texts at the paths of `tested` it is told whether they read as a number, a date, true or false.
 */
export function keyForms(ids: readonly string[], parents: string[][], tested: string[][]): Prisma.Sql {
  const text = Prisma.sql`(entry.value #>> '{}')`
  return Prisma.sql`
    select place.path || entry.key as path, form, count(*)::int as records
    from mastra.records r
    cross join lateral (
      select '{}'::text[] as path, r.data as value
      union all
      select array(select jsonb_array_elements_text(parent)), r.data #> array(select jsonb_array_elements_text(parent))
      from jsonb_array_elements(${JSON.stringify(parents)}::jsonb) as parent
    ) as place
    cross join lateral jsonb_each(case jsonb_typeof(place.value) when 'object' then place.value else '{}' end) as entry
    cross join lateral (select case jsonb_typeof(entry.value)
      when 'array' then 'list'
      when 'string' then case
        when to_jsonb(place.path || entry.key) not in (select jsonb_array_elements(${JSON.stringify(tested)}::jsonb)) then 'text'
        when ${text} = '' then 'empty text'
        when ${text} ~ ${NUMBER_IN_TEXT} then 'number as text'
        when ${text} ~ ${`${DATE}$`} or ${text} ~ ${DATE + TIME} then 'date as text'
        when lower(${text}) in ('true', 'false') then 'boolean as text'
        else 'text' end
      else jsonb_typeof(entry.value) end as form) as told
    where r.id = any(${[...ids]}::text[]) and pg_column_size(r.data) <= ${LARGE}
    group by 1, 2 order by 3 desc, 1, 2 limit ${MOST_FORMS + 1}`
}
