import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize, can } from '../auth/permissions'
import { AppError, DEFAULT_MESSAGES } from '../errors'
import { describeError, log } from '../log'
import { isStopping } from '../server/stopping'
import { hub } from './hub'
import { LIVE_SOURCES } from './sources'
import type { News, Watch } from './stream-schema'

/** Streams that one person may have open, and everyone of this process together. */
const MOST_OF_ONE = 12
const MOST = 1_000
/** Milliseconds between two signs of life, which proxies wait for; between two looks at who it is; and after which a browser has to ask anew. */
const BEAT = 15_000
const CHECK = 30_000
const LONGEST = 30 * 60_000

// Kept on globalThis, as the hub is.
const shared = globalThis as typeof globalThis & { mastraAdminStreams?: Map<string, Set<() => void>> }
shared.mastraAdminStreams ??= new Map()
const streams = shared.mastraAdminStreams

/** Ends every stream of this process, so that it can end too. */
export function endStreams(): void {
  for (const close of [...streams.values()].flatMap((own) => [...own])) close()
}

/**
 * What is new for one page, as server-sent events: `news` with ids and numbers, and `end` when the person may not look any more.
 * `still` is asked from time to time who the person is by now. The stream gives back all it holds when `signal` is aborted.
 * Throws FORBIDDEN, INVALID, and LIMIT when too many are open.
 */
export async function openStream(
  actor: Actor,
  { watch, timeZone }: { watch: Watch; timeZone: string },
  still: () => Promise<Actor | null>,
  signal: AbortSignal,
  times = { beat: BEAT, check: CHECK, longest: LONGEST },
): Promise<ReadableStream<Uint8Array>> {
  const { permission, keyOf, listed } = LIVE_SOURCES[watch.table]
  authorize(actor, permission)
  // Each person's filter is noted as theirs, and limited, before they share in what the hub finds for others.
  const understood =
    !watch.list || (keyOf(watch.list) !== null && (await listed(actor, watch.list, { now: new Date(), timeZone })))
  if (!understood) throw new AppError('INVALID', DEFAULT_MESSAGES.INVALID)
  const own = streams.get(actor.id) ?? new Set()
  const total = [...streams.values()].reduce((sum, { size }) => sum + size, 0)
  // One that is opened while the process ends would keep it from ending.
  if (own.size >= MOST_OF_ONE || total >= MOST || isStopping()) throw new AppError('LIMIT', DEFAULT_MESSAGES.LIMIT)
  let release = () => false
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const encoder = new TextEncoder()
        const write = (text: string) => controller.enqueue(encoder.encode(text))
        // Of a reader that is slow only the latest is kept: each news says everything.
        let latest: News | null = null
        const flush = () => {
          if (latest === null || (controller.desiredSize ?? 0) <= 0) return
          write(`event: news\ndata: ${JSON.stringify(latest)}\n\n`)
          latest = null
        }
        const end = (why: 'end' | 'again') => {
          write(`event: ${why}\ndata: \n\n`)
          close()
        }
        const close = () => {
          if (release()) controller.close()
        }
        const check = () =>
          still().then(
            (now) => {
              if (open && (!now || !can(now, permission))) end('end')
              // What another role is not shown is another.
              else if (open && now?.role !== actor.role) end('again')
            },
            (error: unknown) => {
              log.warn({ error: describeError(error) }, 'who watches could not be looked up')
              if (open) end('again')
            },
          )
        let open = true
        const timers = [
          setInterval(() => {
            if ((controller.desiredSize ?? 0) > 0) write(': \n\n')
            flush()
          }, times.beat),
          setInterval(() => void check(), times.check),
          setTimeout(() => end('again'), times.longest),
        ]
        const leave = hub().join({
          actor,
          watch,
          timeZone,
          tell: (news) => {
            latest = news
            flush()
          },
        })
        release = () => {
          if (!open) return false
          open = false
          for (const timer of timers) clearTimeout(timer)
          signal.removeEventListener('abort', close)
          own.delete(close)
          if (own.size === 0 && streams.get(actor.id) === own) streams.delete(actor.id)
          leave()
          return true
        }
        own.add(close)
        streams.set(actor.id, own)
        signal.addEventListener('abort', close)
        write('retry: 5000\n\n')
        if (signal.aborted) close()
      },
      cancel: () => {
        release()
      },
    },
    { highWaterMark: 16 },
  )
}
