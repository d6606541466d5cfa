import 'server-only'
import { env } from '../env'
import { metrics } from '../metrics/metrics'
import { requestSignal, whenRequestIsOver } from '../server/request-state'
import { kindOf } from './rates'
import { WaitingLine } from './waiting-line'

/** Answers that are made at once, for each connection to the database: each asks for several things, one after the other and beside each other. */
const OF_EACH_CONNECTION = 2
/** Requests that may wait, and milliseconds that one does before it is told to come back. */
const LONGEST_LINE = 1_000
const PATIENCE = 20_000
/** Milliseconds after which the next in line is let in all the same: who reads slowly, or not at all, holds no one up. */
const LONGEST_TURN = 10_000
/** What is open for long by nature, has a limit of its own, or must be answered whatever else goes on. */
const NEVER = /^\/(live|api)\b|\/count$/

// Kept on globalThis: each bundle of the build would have a line of its own.
const shared = globalThis as typeof globalThis & { mastraAdminLine?: WaitingLine }
shared.mastraAdminLine ??= new WaitingLine()
const line = shared.mastraAdminLine

/**
 * Waits until it is this request's turn to have its answer made; the turn ends with the answer. False when that took too long. Changes never wait: what a
 * person has pressed is done, and Next asks itself for the page behind one, within it.
 */
export async function takeTurn({
  method,
  nextUrl,
}: {
  method: string
  nextUrl: { pathname: string }
}): Promise<boolean> {
  const kind = kindOf(method, nextUrl.pathname)
  if ((kind !== 'page' && kind !== 'data') || NEVER.test(nextUrl.pathname)) return true
  const atOnce = env().DATABASE_POOL_SIZE * OF_EACH_CONNECTION
  const come = performance.now()
  const isIn = await line.enter({ atOnce, waiting: LONGEST_LINE, milliseconds: PATIENCE }, requestSignal())
  metrics().turnSeconds.observe((performance.now() - come) / 1_000)
  if (!isIn) return false
  let isOver = false
  const end = () => {
    if (isOver) return
    isOver = true
    clearTimeout(clock)
    line.leave()
  }
  const clock = setTimeout(end, LONGEST_TURN)
  if (!whenRequestIsOver(end)) end()
  return true
}

/** Who has a turn, and who waits for one. */
export function turns(): { inside: number; waiting: number } {
  return line.size
}
