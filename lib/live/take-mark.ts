import 'server-only'
import type { PrismaClient } from '../db/generated/client'
import { readDatabase } from '../db/replica'
import { describeError, log } from '../log'
import { LONGEST_MARK } from './mark'

/**
 * The mark of this moment, as text. A replica's snapshot does not say which transactions are under way between its ends, as though all had ended: there
 * the mark sees nothing from the first of them on.
 */
export async function takeMark(db: PrismaClient): Promise<string> {
  const [row] = await db.$queryRaw<{ mark: string }[]>`
    select case when pg_is_in_recovery() then pg_snapshot_xmin(taken) || ':' || pg_snapshot_xmin(taken) || ':' else taken::text end || '@' || floor(extract(epoch from clock_timestamp()) * 1000)::text as mark
    from pg_current_snapshot() as taken`
  if (!row) throw new Error('Postgres gave no snapshot.')
  return row.mark
}

/**
 * The mark for a page, to be taken before its rows are read: what is written in between is then announced once too often rather than
 * never. Null when there is none; the page itself says what is wrong with the database.
 */
export async function pageMark(): Promise<string | null> {
  try {
    const mark = await takeMark(await readDatabase())
    return mark.length <= LONGEST_MARK ? mark : null
  } catch (error) {
    log.warn({ error: describeError(error) }, 'a page has no mark, so that it does not hear what is new')
    return null
  }
}
