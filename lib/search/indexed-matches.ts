import 'server-only'
import type { Actor } from '../auth/actor'
import { database } from '../db/client'
import type { Prisma } from '../db/generated/client'
import { knownIndexes } from '../indexes/known-indexes'
import { maskPolicy } from '../mask/mask-policy'
import { printPath } from '../query/print'
import { termText } from '../query/term-text'
import { recordRegistry } from '../records/record-registry'
import { whereOf } from '../table/find-page'
import type { Looked } from './find-exact'
import { withIndexes } from './with-indexes'

/** Indexes on values in data that are asked, each by one look into it. */
const MOST_PATHS = 5

/**
 * Ids of records that have the whole text as a value in data, where an index on that value leads to them (`mastra_admin_records_data_…`):
 * as a filter `data.email:"…"` finds them, but never for a masked value: comparing one is noted, and people type here letter by letter. Only for texts that look like a name of one thing.
 */
export async function indexedMatches(
  actor: Actor,
  tx: Prisma.TransactionClient,
  looked: Looked,
  most: number,
): Promise<string[]> {
  const { text, timeZone } = looked
  if (!/^\S*[\d@]\S*$/.test(text)) return []
  const paths = (await knownIndexes(database())).flatMap((index) =>
    index.use === 'path' && index.kind === 'text' ? [['data', ...index.keys]] : [],
  )
  const { shownInData } = await maskPolicy(actor)
  const found: string[] = []
  for (const keys of paths.filter(([, ...path]) => shownInData(path, []) === 'whole').slice(0, MOST_PATHS)) {
    const q = termText(printPath({ steps: keys.map((key) => ({ type: 'key', key })) }), text)
    const filter = whereOf(q, await recordRegistry(actor, q), { now: new Date(), timeZone })
    if (!filter.ok) continue
    const rows = await withIndexes(
      tx,
      () => tx.$queryRaw<{ id: string }[]>`select r.id from mastra.records r where ${filter.where} limit ${most}`,
    )
    found.push(...rows.map(({ id }) => id))
  }
  return found
}
