import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { readDatabase } from '../db/replica'
import { maskPolicy } from '../mask/mask-policy'
import { findConnections } from './find-connections'
import { findExact, type Looked } from './find-exact'
import { findOurs } from './find-ours'
import { findRecent } from './find-recent'
import { findRecords } from './find-records'
import type { FoundGroup, FoundHits, Hit, SearchLine } from './line'
import { placeName } from './line'
import { usesOf } from './uses'

/** Things of one group that are shown, and where only one group is asked for. */
const SHOWN = 5
const SHOWN_ALONE = 30

/**
 * What the text finds for this person, each group as soon as it is known; without a text, where they were lately. Every statement has a
 * budget of its own and ends when `looked.signal` is aborted. Throws FORBIDDEN, and what the database throws.
 */
export async function* search(actor: Actor, looked: Looked, only?: FoundGroup): AsyncGenerator<SearchLine> {
  authorize(actor, 'records:read')
  authorize(actor, 'connections:read')
  authorize(actor, 'issues:read')
  const db = await readDatabase()
  const uses = await usesOf(actor)
  const weights = Object.fromEntries(uses.map((use) => [placeName(use), use.weight]))
  if (looked.text === '') {
    yield { type: 'uses', weights }
    yield { type: 'group', group: 'recent', hits: await findRecent(actor, db, uses, looked) }
    yield { type: 'done' }
    return
  }
  const weightOf = (hit: Hit) => weights[placeName(hit)] ?? 0
  const most = only ? SHOWN_ALONE : SHOWN
  const own = uses.flatMap(({ kind, key }) => (kind === 'record' ? [key] : [])).slice(0, 50)
  const isWanted = (...groups: FoundGroup[]) => only === undefined || groups.includes(only)
  const parts: AsyncGenerator<FoundHits>[] = [
    one(async () => [{ type: 'group', group: 'exact', hits: (await findExact(actor, db, looked)) ?? [] }]),
  ]
  if (isWanted('connections', 'customers')) parts.push(one(() => findConnections(db, looked, weightOf, most)))
  if (isWanted('causes', 'views', 'people')) parts.push(one(() => findOurs(actor, looked, weightOf, most)))
  if (isWanted('records')) parts.push(findRecords(await maskPolicy(actor), db, looked, own, most))
  for await (const line of merged(parts)) if (line.group === 'exact' || isWanted(line.group)) yield line
  if (!looked.signal.aborted) yield { type: 'done' }
}

async function* one(find: () => Promise<FoundHits[]>): AsyncGenerator<FoundHits> {
  yield* await find()
}

/** What all of them give, whichever is first. A failure of one is thrown when its turn comes. */
async function* merged<T>(generators: readonly AsyncGenerator<T>[]): AsyncGenerator<T> {
  const next = (generator: AsyncGenerator<T>) => generator.next().then((result) => ({ generator, result }))
  const waiting = new Map(generators.map((generator) => [generator, next(generator)]))
  while (waiting.size > 0) {
    const { generator, result } = await Promise.race(waiting.values())
    if (result.done) waiting.delete(generator)
    else {
      waiting.set(generator, next(generator))
      yield result.value
    }
  }
}
