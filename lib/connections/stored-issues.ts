import 'server-only'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { Prisma } from '../db/generated/client'

/** One element of the array. Postgres allows null in it, and Mastra does not forbid it. */
export type Issue = string | null

const stored = z.array(z.string().nullable())

/**
 * Names a message without repeating it, so that a page can say which one it means: SHA-256 in hex. The null element has
 * a key that no message can have, since no text of Postgres holds NUL.
 */
export function issueKey(issue: Issue): string {
  return createHash('sha256')
    .update(issue ?? '\0null')
    .digest('hex')
}

/** The key of an issue in SQL, as `issueKey` makes it. */
export function issueKeySql(issue: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`coalesce(encode(sha256(convert_to(${issue}, 'UTF8')), 'hex'), ${issueKey(null)})`
}

/**
 * The issues of a connection, its row locked until the transaction ends; undefined when there is no such row. The lock is
 * the weaker one that an UPDATE of this column would take itself.
 */
export async function lockIssues(tx: Prisma.TransactionClient, connectionId: string): Promise<Issue[] | undefined> {
  return (await lockIssuesOf(tx, [connectionId])).get(connectionId)
}

/** The same for many, locked in the order of their ids, so that two of our transactions never wait for each other in a circle. */
export async function lockIssuesOf(
  tx: Prisma.TransactionClient,
  connectionIds: readonly string[],
): Promise<Map<string, Issue[]>> {
  const rows = await tx.$queryRaw<{ id: string; issues: string }[]>`
    select id, array_to_json(array(
      select item.issue from unnest(issues) with ordinality as item (issue, place) order by item.place))::text as issues
    from mastra.connections where id = any(${[...connectionIds]}::text[]) order by id collate "C" for no key update`
  return new Map(rows.map(({ id, issues }) => [id, stored.parse(JSON.parse(issues))]))
}

/** Writes `issues` and no other column, not even `updatedAt`. The row has to be locked by `lockIssues`. */
export async function storeIssues(
  tx: Prisma.TransactionClient,
  connectionId: string,
  issues: readonly Issue[],
): Promise<void> {
  await storeIssuesOf(tx, [{ connectionId, issues }])
}

/** The same for many. */
export async function storeIssuesOf(
  tx: Prisma.TransactionClient,
  changes: readonly { connectionId: string; issues: readonly Issue[] }[],
): Promise<void> {
  if (changes.length === 0) return
  await tx.$executeRaw`
    update mastra.connections c set issues = array(
      select item.issue from json_array_elements_text(change.issues)
        with ordinality as item (issue, place) order by item.place)
    from json_to_recordset(${JSON.stringify(changes)}::json) as change ("connectionId" text, issues json)
    where c.id = change."connectionId"`
}

/**
 * Takes one copy out of `issues` for each of `keys`, from the front: a difference of multisets. What is left keeps its
 * order. A key without a copy takes nothing.
 */
export function withoutKeys(
  issues: readonly Issue[],
  keys: readonly string[],
): { left: Issue[]; taken: { key: string; issue: Issue }[] } {
  const wanted = new Map<string, number>()
  for (const key of keys) wanted.set(key, (wanted.get(key) ?? 0) + 1)
  const left: Issue[] = []
  const taken: { key: string; issue: Issue }[] = []
  for (const issue of issues) {
    const key = issueKey(issue)
    const copies = wanted.get(key) ?? 0
    if (copies === 0) left.push(issue)
    else taken.push({ key, issue })
    wanted.set(key, Math.max(0, copies - 1))
  }
  return { left, taken }
}

/** The keys of what was taken of which no copy is left. */
export function keysGone(taken: readonly { key: string }[], left: readonly Issue[]): string[] {
  const present = new Set(left.map(issueKey))
  return [...new Set(taken.map(({ key }) => key))].filter((key) => !present.has(key))
}
