import 'server-only'
import { ISSUE_COUNT } from '../connections/fields-sql'
import { Prisma, type PrismaClient } from '../db/generated/client'
import { withinBudget } from '../db/within-budget'
import { likePattern } from '../query/like'
import { allOf } from '../query/logic'
import { type ConnectionHitRow, connectionHit, customerHits } from './connection-hits'
import type { Looked } from './find-exact'
import type { FoundHits, Hit } from './line'
import { matchScore, ranked, withUse } from './rank'
import { wordsOf } from './typed'

/** Milliseconds for reading all connections, for whose text Mastra has no index: some hundred thousand of them. */
const BUDGET = 200
const MOST_READ = 60

/**
 * Connections and end users by their integration, reference and subscription: first references that begin so, by Mastra's unique index on
 * them, and then, as far as the time goes, every connection whose words these are.
 */
export async function findConnections(
  db: PrismaClient,
  looked: Looked,
  weightOf: (hit: Hit) => number,
  most: number,
): Promise<FoundHits[]> {
  const { text, signal } = looked
  const begins = await withinBudget(db, BUDGET, (tx) => beginning(tx, text), signal)
  const holds = await withinBudget(db, BUDGET, (tx) => holding(tx, text), signal)
  const rows = [...new Map([...(begins ?? []), ...(holds ?? [])].map((row) => [row.id, row])).values()]
  const byAnswer = (hits: Hit[]) =>
    ranked(hits, (hit) => withUse(Math.max(0.01, matchScore(text, hit.title)), weightOf(hit))).slice(0, most)
  const note = holds
    ? {}
    : {
        note: 'There are too many connections to read all of them: only references that begin with this were searched.',
      }
  const named = rows.filter(({ customer }) => matchScore(text, customer) > 0.3)
  return [
    { type: 'group', group: 'customers', hits: byAnswer(customerHits(named, looked.locale)), ...note },
    { type: 'group', group: 'connections', hits: byAnswer(rows.map(connectionHit)), ...note },
  ]
}

const COLUMNS = Prisma.sql`c.id, c.name as integration, c."connectionId" as customer, ${ISSUE_COUNT} > 0 as failing`

/** Along the index from the text on; collations differ, so which of them begin so is looked at afterwards. */
async function beginning(tx: Prisma.TransactionClient, text: string): Promise<ConnectionHitRow[]> {
  const rows = await tx.$queryRaw<ConnectionHitRow[]>`
    select ${COLUMNS} from mastra.connections c where c."connectionId" >= ${text} order by c."connectionId" limit ${MOST_READ}`
  return rows.filter(({ customer }) => customer.toLowerCase().startsWith(text.toLowerCase()))
}

async function holding(tx: Prisma.TransactionClient, text: string): Promise<ConnectionHitRow[]> {
  const words = wordsOf(text).map((word) => `%${likePattern([word])}%`)
  if (words.length === 0) return []
  const names = Prisma.sql`concat_ws(' ', c.name, c."connectionId", c."subscriptionId")`
  return tx.$queryRaw<ConnectionHitRow[]>`
    select ${COLUMNS} from mastra.connections c where ${allOf(words.map((word) => Prisma.sql`${names} ilike ${word}`))}
    limit ${MOST_READ}`
}
