import 'server-only'
import { Prisma } from '../db/generated/client'
import { readDatabase } from '../db/replica'
import { withinBudget } from '../db/within-budget'
import type { Masker } from '../mask/policy'
import type { PathStep } from '../query/ast'
import { jsonPath } from '../query/compile-json'
import { quoteValue } from '../query/term-text'
import { isPlain, isWorthTyping, MOST_VALUES, matches } from './worth-typing'

/** Where documents are read: `from` with `newest` along the primary key; `only` may narrow them to a kind. */
export interface DocumentSource {
  mask: Masker
  document: Prisma.Sql
  from: Prisma.Sql
  newest: Prisma.Sql
  only?: Prisma.Sql
}

/** Documents that are looked at, the bytes up to which one is, as stored, and the milliseconds that it may take. */
const SAMPLE = 300
const LARGEST = 8_192
const BUDGET = 600
/** How deep paths are followed, and how many are told. */
const DEEPEST = 8
const MOST_PATHS = 300

/** The newest documents that are not large; where finding those of one kind takes too long, of any kind. */
async function fromNewest<Row>(
  source: DocumentSource,
  select: (documents: Prisma.Sql) => Prisma.Sql,
): Promise<readonly Row[]> {
  const db = await readDatabase()
  const read = ({ document, from, newest, only }: DocumentSource) =>
    withinBudget(db, BUDGET, (tx) =>
      tx.$queryRaw<Row[]>(
        select(Prisma.sql`
          (select ${document} as document from ${from} ${only ? Prisma.sql`where ${only}` : Prisma.empty}
          order by ${newest} limit ${SAMPLE}) as newest where pg_column_size(document) < ${LARGEST}`),
      ),
    )
  return (await read(source)) ?? (source.only && (await read({ ...source, only: undefined }))) ?? []
}

/** The paths of values in the newest documents, the commonest first, lists looked through; nothing at or below a masked one. */
export async function occurringPaths(source: DocumentSource): Promise<string[][]> {
  const rows = await fromNewest<{ text: string }>(
    source,
    (documents) => Prisma.sql`select document::text as text from ${documents}`,
  )
  const counts = new Map<string, number>()
  for (const { text } of rows) {
    const found = new Set<string>()
    collect(source.mask, JSON.parse(text), [], found)
    for (const path of found) counts.set(path, (counts.get(path) ?? 0) + 1)
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_PATHS)
    .map(([path]) => JSON.parse(path) as string[])
}

function collect(mask: Masker, value: unknown, path: string[], found: Set<string>): void {
  if (Array.isArray(value)) {
    for (const item of value) collect(mask, item, path, found)
  } else if (typeof value === 'object' && value !== null) {
    if (path.length === DEEPEST) return
    for (const [key, inner] of Object.entries(value))
      if (isPlain(mask, key) && mask.shownAt([...path, key]) !== 'masked') collect(mask, inner, [...path, key], found)
  } else if (path.length > 0) found.add(JSON.stringify(path))
}

/**
 * Values at `path` in the newest documents that contain `typed`, as they are written in a filter, the commonest first. None at a secret
 * path, and none with a secret in it.
 */
export async function valuesAtPath(source: DocumentSource, path: PathStep[], typed: string): Promise<string[]> {
  if (source.mask.shownAt(path.flatMap((step) => (step.type === 'key' ? [step.key] : []))) !== 'whole') return []
  const rows = await fromNewest<{ value: string; isText: boolean }>(
    source,
    (documents) => Prisma.sql`
      select item #>> '{}' as value, jsonb_typeof(item) = 'string' as "isText"
      from (select jsonb_path_query(document, ${`${jsonPath(path)}[*]`}::jsonpath, '{}', true) as item from ${documents}) as items
      where jsonb_typeof(item) in ('string', 'number', 'boolean')
      group by 1, 2 order by count(*) desc, 1 limit 200`,
  )
  return rows
    .filter(({ value }) => isWorthTyping(source.mask, value) && matches(value, typed))
    .slice(0, MOST_VALUES)
    .map(({ value, isText }) => (isText ? quoteValue(value) : value))
}
