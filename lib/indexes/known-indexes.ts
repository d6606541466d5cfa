import 'server-only'
import { z } from 'zod'
import type { PrismaClient } from '../db/generated/client'

/**
 * What an index of ours is for, as its comment in the database says it (`COMMENT ON INDEX`, JSON), so that whoever compiles a filter
 * knows which conditions it serves. `path` is on a key of lib/query/path-keys.ts over `data`, `search` on lib/records/search-text.ts, `column`
 * and `sort` are for what Postgres finds without our help.
 */
export const indexPurpose = z.discriminatedUnion('use', [
  z.object({ use: z.literal('path'), kind: z.enum(['text', 'number']), keys: z.array(z.string()).min(1) }),
  z.object({ use: z.literal('search') }),
  z.object({ use: z.literal('column'), field: z.string() }),
  z.object({ use: z.literal('sort'), sort: z.string() }),
])
export type IndexPurpose = z.infer<typeof indexPurpose>

/** What the names of our indexes on Mastra's tables begin with. */
export const INDEX_PREFIX = 'mastra_admin_'
/** Milliseconds for which an answer is good: an index that was built meanwhile is used a little later. */
const FRESH = 5_000

const known = new WeakMap<PrismaClient, { at: number; purposes: IndexPurpose[] }>()

/** The purposes of our indexes on `mastra.records` that are complete. */
export async function knownIndexes(db: PrismaClient): Promise<readonly IndexPurpose[]> {
  const recent = known.get(db)
  if (recent && Date.now() - recent.at < FRESH) return recent.purposes
  const rows = await db.$queryRaw<{ comment: string }[]>`
    select obj_description(i.indexrelid, 'pg_class') as comment
    from pg_index i join pg_class c on c.oid = i.indexrelid
    where i.indrelid = 'mastra.records'::regclass and i.indisvalid and starts_with(c.relname, ${INDEX_PREFIX})
      and obj_description(i.indexrelid, 'pg_class') is not null`
  const purposes = rows.flatMap(({ comment }) => readPurpose(comment) ?? [])
  known.set(db, { at: Date.now(), purposes })
  return purposes
}

/** What a comment says; null for one that is not of ours, as of an index that someone else named so. */
export function readPurpose(comment: string): IndexPurpose | null {
  try {
    return indexPurpose.safeParse(JSON.parse(comment)).data ?? null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** Whether there is an index on the key of `data` at `keys`. */
export function hasPathIndex(
  purposes: readonly IndexPurpose[],
  keys: readonly string[],
  kind: 'text' | 'number',
): boolean {
  return purposes.some(
    (purpose) =>
      purpose.use === 'path' &&
      purpose.kind === kind &&
      purpose.keys.length === keys.length &&
      purpose.keys.every((key, place) => key === keys[place]),
  )
}
