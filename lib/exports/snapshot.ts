import 'server-only'
import pg from 'pg'
import { databaseAddress } from '../db/client'
import type { Prisma } from '../db/generated/client'
import { describeError, log } from '../log'
import { RowQueue, type TextRow } from './row-queue'

const NAME = 'mastra-admin export'
/** Milliseconds to wait for a connection. */
const CONNECT_TIMEOUT = 5_000
/** Milliseconds that a download may stand still before Postgres is asked to keep its moment no longer. */
const PATIENCE = 5 * 60_000

export interface Snapshot {
  /** The moment of which all rows are. */
  at: Date
  /** The rows, some at a time, as fast as they are taken and no faster. */
  steps: AsyncGenerator<TextRow[]>
  /** Ends the query in Postgres, also while rows are awaited, which then fails. To be called in the end, also after a failure. */
  close: () => Promise<void>
}

/**
 * Reads a statement, all of whose columns are text, in a session of its own: rows of one moment, however long it takes. While nobody
 * takes rows the socket is not read, and Postgres waits: so no more is held than a stretch of rows, however large each of them is, which
 * a cursor that brings so and so many at a time could not promise.
 */
export async function openSnapshot(statement: Prisma.Sql): Promise<Snapshot> {
  const url = databaseAddress()
  const session = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    application_name: NAME,
    options: '-c TimeZone=UTC -c statement_timeout=0 -c idle_in_transaction_session_timeout=60000',
  })
  session.on('error', (error) => log.warn({ error: describeError(error) }, 'the session of an export was lost'))
  await session.connect()
  const queue = new RowQueue()
  let closed: Promise<void> | undefined
  let pid = 0
  const close = () => {
    const isCutOff = !queue.hasEnded
    queue.end(new Error('The export was left.'))
    closed ??= isCutOff ? cutOff(session, url, pid) : session.end()
    return closed
  }
  try {
    await session.query('begin isolation level repeatable read read only')
    const { rows } = await session.query<{ at: Date; pid: number }>('select now() as at, pg_backend_pid() as pid')
    pid = rows[0]?.pid ?? 0
    submit(session, statement, queue)
    return { at: rows[0]?.at ?? new Date(), steps: stepsOf(session, queue, close), close }
  } catch (error) {
    await close()
    throw error
  }
}

function submit(session: pg.Client, statement: Prisma.Sql, queue: RowQueue): void {
  const config: pg.QueryArrayConfig<unknown[]> = {
    text: statement.text,
    values: statement.values.map(asText),
    rowMode: 'array',
  }
  const query = new pg.Query(config)
  query.on('row', (row: string[]) => {
    queue.push(row)
    if (queue.isFull) session.connection.stream.pause()
  })
  query.on('error', (error) => queue.end(error))
  query.on('end', () => queue.end())
  session.query(query)
}

async function* stepsOf(session: pg.Client, queue: RowQueue, close: () => Promise<void>): AsyncGenerator<TextRow[]> {
  for (;;) {
    const rows = await queue.take()
    if (!rows) return
    const standing = setTimeout(close, PATIENCE)
    try {
      yield rows
    } finally {
      clearTimeout(standing)
    }
    session.connection.stream.resume()
  }
}

/** A query that waits to write does not hear that it is cancelled, only that its session is ended, which another has to tell it. */
async function cutOff(session: pg.Client, url: string, pid: number): Promise<void> {
  const killer = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    application_name: NAME,
  })
  try {
    await killer.connect()
    await killer.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where pid = $1 and application_name = $2',
      [pid, NAME],
    )
  } catch (error) {
    log.warn({ error: describeError(error) }, 'the query of an export could not be stopped')
  } finally {
    await Promise.allSettled([killer.end(), session.end()])
  }
}

/** A date as the driver would write it carries the zone of this process. */
function asText(value: unknown): unknown {
  return value instanceof Date ? value.toISOString() : value
}
