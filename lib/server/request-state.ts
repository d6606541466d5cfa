import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { readWritten } from '../db/written'
import { routes } from '../routes'

/** What is known of a request wherever its answer is made. */
interface RequestState {
  /** Aborted when the person whom it is for has left before it was answered. */
  leaving: AbortSignal
  /** Calls back once the answer has ended, or whoever asked has left. */
  whenOver: (callback: () => void) => void
  /** The place in Postgres' log up to which a reader must have come to see what this session wrote; null when it wrote nothing. */
  written: string | null
  /** Whether it came from this machine itself, on a connection that no proxy passed on. */
  fromThisMachine: boolean
}

// Kept on globalThis: what starts the server and what answers a request are bundled apart, and each would have its own.
const shared = globalThis as typeof globalThis & {
  mastraAdminRequests?: AsyncLocalStorage<RequestState>
  mastraAdminBusy?: { underWay: number; last: number }
}
shared.mastraAdminRequests ??= new AsyncLocalStorage<RequestState>()
shared.mastraAdminBusy ??= { underWay: 0, last: Number.NEGATIVE_INFINITY }
const requests = shared.mastraAdminRequests
const busy = shared.mastraAdminBusy

/** From now on each request that the server answers has a state. Once per process. */
export function watchRequests(): void {
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse }
    const leaving = new AbortController()
    // Before anyone writes the address of the socket into the headers.
    const fromThisMachine =
      isLoopback(request.socket.remoteAddress) && !PASSED_ON.some((name) => name in request.headers)
    // A stream that a page listens to is open all the time, and no work.
    const isWork = !request.url?.startsWith(routes.live({}))
    if (isWork) busy.underWay += 1
    response.once('close', () => {
      if (isWork) {
        busy.underWay -= 1
        busy.last = performance.now()
      }
      if (!response.writableFinished) leaving.abort(LEFT)
    })
    const { whenOver, end } = ending()
    response.once('close', end)
    requests.enterWith({
      leaving: leaving.signal,
      whenOver,
      written: readWritten(request.headers.cookie),
      fromThisMachine,
    })
  })
}

/**
 * What is called back when a request is over. Made by itself, so that it knows nothing of the request: whatever was begun in one, such as a connection of the pool, keeps
 * its state for as long as it lives itself, and would keep the answer with all that was in it.
 */
function ending(): { whenOver: RequestState['whenOver']; end: () => void } {
  let waiting: (() => void)[] | null = []
  return {
    whenOver: (callback) => (waiting ? void waiting.push(callback) : callback()),
    end: () => {
      const all = waiting ?? []
      waiting = null
      for (const callback of all) callback()
    },
  }
}

/** Why a request was left. Without a reason the signal would make an error, whose stack keeps the answer for as long as anyone has the signal. */
const LEFT = 'left'

/** What proxies add to what they pass on. */
const PASSED_ON = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip']

function isLoopback(address: string | undefined): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address ?? '')
}

/** Whether this request came from this machine itself and through no proxy; false outside of a request. */
export function cameFromThisMachine(): boolean {
  return requests.getStore()?.fromThisMachine ?? false
}

/** Aborted when the person has left; undefined outside of a request. */
export function requestSignal(): AbortSignal | undefined {
  return requests.getStore()?.leaving
}

/** Calls back once this request is over; false outside of a request, of which there is no end. */
export function whenRequestIsOver(callback: () => void): boolean {
  const state = requests.getStore()
  state?.whenOver(callback)
  return state !== undefined
}

/** Milliseconds since the server last had a request to answer; 0 while it has one. */
export function quietFor(): number {
  return busy.underWay > 0 ? 0 : performance.now() - busy.last
}

/** What this session has written, as `noteWritten` was told in this request or an earlier one. */
export function writtenInSession(): string | null {
  return requests.getStore()?.written ?? null
}

/** Remembers for the rest of this request where in Postgres' log a write stands. */
export function noteWritten(position: string): void {
  const state = requests.getStore()
  if (state) state.written = position
}
