import 'server-only'
import type { PrismaClient } from '../db/generated/client'
import { readDatabase } from '../db/replica'
import { describeError, log } from '../log'
import { LONGEST_MARK } from './mark'

/** The mark of this moment, as text. */
export async function takeMark(db: PrismaClient): Promise<string> {
  const [row] = await db.$queryRaw<{ mark: string }[]>`
    select pg_current_snapshot()::text || '@' || floor(extract(epoch from clock_timestamp()) * 1000)::text as mark`
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
