import type pg from 'pg'
import { routes } from '../routes'
import { ABSENT_WORD, RARE_WORD } from './bench-data'
import { ms, type Times, table, timesOf } from './bench-figures'
import type { Watched } from './bench-measure'

/** Milliseconds until the first result and until the last, that people can be made to wait with the recommended indexes. */
const FIRST = 100
const ALL = 300
const TRIES = 30

/** What someone types or pastes, and how long it takes over HTTP until something of it is found and until all is. */
export interface PaletteTimes {
  name: string
  first: Times
  all: Times
}

/** Asks each question of the search again and again, one after the other, with another session's rows in between. */
export async function timePalette({ visit, client }: Watched): Promise<PaletteTimes[]> {
  const times: PaletteTimes[] = []
  for (const [name, texts] of await questions(client)) {
    const answers = []
    for (let attempt = 0; attempt <= TRIES; attempt += 1) {
      const answer = await visit.get(routes.search({ q: texts[attempt % texts.length] }))
      // The first answer also fetches what is in no memory yet.
      if (attempt > 0) answers.push(answer)
    }
    times.push({
      name,
      first: timesOf(answers.map(({ rows }) => rows)),
      all: timesOf(answers.map(({ whole }) => whole)),
    })
  }
  return times
}

async function questions(client: pg.Client): Promise<[string, string[]][]> {
  const { rows } = await client.query<{ id: string; externalId: string | null; email: string | null }>(
    `select id, "externalId", data->>'email' as email from mastra.records where data ? 'email' order by md5(id) limit 10`,
  )
  const { rows: customers } = await client.query<{ reference: string }>(
    `select "connectionId" as reference from mastra.connections order by md5(id) limit 10`,
  )
  return [
    ['nothing typed', ['']],
    ['an id', rows.map(({ id }) => id)],
    ['an external id', rows.flatMap(({ externalId }) => externalId ?? [])],
    ['an e-mail in data', rows.flatMap(({ email }) => email ?? [])],
    ['an end user', customers.map(({ reference }) => reference)],
    ['the beginning of an id', rows.map(({ id }) => id.slice(0, 12))],
    ['an integration', ['hubspot', 'zendesk']],
    ['a common word', ['invoice', 'contract']],
    ['two words', ['invoice hubspot', 'escalated ticket']],
    ['a rare word', [RARE_WORD]],
    ['an absent word', [ABSENT_WORD]],
    ['two letters', ['qz', 'x9']],
    ['nothing but signs', ['%%%', '___']],
  ]
}

/** The figures beside what they may be at most. */
export function paletteLines(rows: number, own: readonly PaletteTimes[], indexed: readonly PaletteTimes[]): string[] {
  if (indexed.length === 0) return []
  const heading = ['', 'own: first', 'p95', 'all', 'p95', 'indexed: first', 'p95', 'all', 'p95', '']
  const lines = indexed.map(({ name, first, all }, at) => {
    const before = own[at]
    const isFast = first.p95 <= FIRST && all.p95 <= ALL
    return [
      name,
      ...(before
        ? [before.first.median, before.first.p95, before.all.median, before.all.p95].map(ms)
        : ['', '', '', '']),
      ...[first.median, first.p95, all.median, all.p95].map(ms),
      isFast ? 'ok' : `over ${FIRST} / ${ALL}`,
    ]
  })
  return [
    `${rows.toLocaleString('en-GB')} records: the search over HTTP, milliseconds to its first and its last result\n${table([heading, ...lines])}`,
  ]
}
