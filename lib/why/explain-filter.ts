import 'server-only'
import type { Actor } from '../auth/actor'
import { database } from '../db/client'
import { Prisma } from '../db/generated/client'
import type { Clock } from '../query/dates'
import { parseQuery } from '../query/parse'
import { printPath } from '../query/print'
import { RECORD_SQL, RECORDS_FROM } from '../records/fields-sql'
import { recordRegistry } from '../records/record-registry'
import { type RecordSearch, recordQuery } from '../records/search-query'
import { routes } from '../routes'
import { whereOf } from '../table/find-page'
import type { Finding } from './finding'
import { termsOf } from './list-asked'

/** Terms that are looked at; a filter that people write has a handful. */
const MOST_TERMS = 30
/** Characters of a value that are shown. */
const SHOWN = 80

/**
 * Which terms of the list's filter the record does not fulfil, each asked of that record alone as the list asks it, by the primary key. So it
 * tells nothing that the list itself would not: a filter on a masked value is refused here as there.
 */
export async function explainFilter(
  actor: Actor,
  record: { id: string; deletedAt: string | null },
  search: RecordSearch,
  clock: Clock,
): Promise<Finding[]> {
  const list = {
    label: 'Open that list',
    href: routes.records(recordQuery({ ...search, after: undefined, before: undefined })),
  }
  const isDeleted = record.deletedAt !== null
  const findings: Finding[] = []
  if (search.state !== 'all' && (search.state === 'deleted') !== isDeleted)
    findings.push({
      verdict: 'reason',
      sentence: `The list that you came from shows only ${search.state} records, and this one is ${isDeleted ? 'deleted' : 'live'}.`,
      link: { label: 'The same list with all states', href: routes.records(recordQuery({ ...search, state: 'all' })) },
    })
  const terms = termsOf(search.q).slice(0, MOST_TERMS)
  const registry = await recordRegistry(actor, search.q, search.text)
  const conditions = terms.map((term) => whereOf(term, registry, clock))
  const understood = conditions.flatMap((condition) => (condition.ok ? [condition.where] : []))
  if (understood.length < terms.length)
    return [
      ...findings,
      {
        verdict: 'unknown',
        sentence: 'The filter that you came from was not understood, so it shows nothing.',
        link: list,
      },
    ]
  if (terms.length === 0) return findings
  const values = terms.map(columnIn)
  const [row] = await database().$queryRaw<{ holds: boolean[]; values: (string | null)[] }[]>`
    select array[${Prisma.join(understood.map((where) => Prisma.sql`(${where}) is true`))}] as holds,
      array[${Prisma.join(values.map((column) => Prisma.sql`left((${column})::text, ${SHOWN}::int)`))}] as values
    ${RECORDS_FROM} where r.id = ${record.id}`
  for (const [place, term] of terms.entries()) {
    if (row?.holds[place]) continue
    const is = values[place] === NO_COLUMN ? '' : `: it has ${row?.values[place] ?? 'nothing there'}`
    findings.push({
      verdict: 'reason',
      sentence: `The filter that you came from asks for ${term}, which this record does not match${is}.`,
      link: { label: 'The list without this term', href: without(search, terms, term) },
    })
  }
  if (findings.length === 0)
    findings.push({
      verdict: 'clear',
      sentence:
        'It matches every term of the filter that you came from, so it is in that list, on this or another page.',
      link: list,
    })
  return findings
}

const NO_COLUMN = Prisma.sql`null`

/** The column that a term is about, for its value to be told; values in data are not: a mask is for documents, not for parts of them. */
function columnIn(term: string): Prisma.Sql {
  const parsed = parseQuery(term)
  const node = parsed.ok && parsed.ast?.type === 'not' ? parsed.ast.node : parsed.ok ? parsed.ast : null
  if (node?.type !== 'term') return NO_COLUMN
  const sql = RECORD_SQL[printPath(node.field)]
  return sql && !sql.wrap && printPath(node.field) !== 'data' ? sql.column : NO_COLUMN
}

function without(search: RecordSearch, terms: readonly string[], term: string) {
  const parsed = parseQuery(terms.filter((other) => other !== term).join(' '))
  const rest = terms.filter((other) => other !== term).map((other) => (/\bOR\b/.test(other) ? `(${other})` : other))
  return routes.records(
    recordQuery({ ...search, q: parsed.ok ? rest.join(' ') : '', after: undefined, before: undefined }),
  )
}
