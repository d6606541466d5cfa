import type { News } from '@/lib/live/stream-schema'

/** Milliseconds until a stream that broke off is asked for again: doubled each time, and never the same for all. */
const SOON = 1_000
const LATEST = 60_000
/** Streams that one browser has at once: over HTTP/1.1 it has six connections for everything. */
const SLOTS = ['live-1', 'live-2', 'live-3']
/** Milliseconds that news waits: what this person did is on the page by then, and no news to them. */
const SETTLE = 700

/**
 * Listens to the stream at `address` while the page is in sight, until the function that it gives is called. A page that is hidden lets go
 * and catches up when it is back: its address says since when. A stream that breaks off is asked for again; one that was ended is not.
 */
export function listen(address: string, tell: (news: News) => void): () => void {
  let source: EventSource | null = null
  let letGo: (() => void) | null = null
  let again: ReturnType<typeof setTimeout> | undefined
  let settling: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let ended = false

  const open = () => {
    if (ended || document.hidden) return
    const events = new EventSource(address)
    source = events
    events.addEventListener('news', ({ data }) => {
      failures = 0
      clearTimeout(settling)
      settling = setTimeout(() => tell(JSON.parse(data)), SETTLE)
    })
    events.addEventListener('end', stop)
    events.addEventListener('again', () => reopen(events))
    events.addEventListener('error', () => {
      // Closed by the browser itself: it was refused, as to someone signed out or with too many open. Asked for again, but not soon.
      if (events.readyState === EventSource.CLOSED) failures += 3
      reopen(events)
    })
  }
  const reopen = (events: EventSource) => {
    events.close()
    if (source !== events || ended) return
    source = null
    failures += 1
    again = setTimeout(open, Math.min(LATEST, SOON * 2 ** failures) * (0.5 + Math.random()))
  }
  const rest = () => {
    clearTimeout(again)
    clearTimeout(settling)
    source?.close()
    source = null
    letGo?.()
    letGo = null
  }
  const begin = () => {
    if (ended || document.hidden || source || letGo) return
    let released = false
    const done = new Promise<void>((resolve) => {
      letGo = () => {
        released = true
        resolve()
      }
    })
    // Only on a secure site; elsewhere each tab in sight has its own.
    if (!navigator.locks) return open()
    const hold = (slot: string, options: LockOptions) =>
      navigator.locks.request(slot, options, async (lock) => {
        if (lock && !released) open()
        if (lock) await done
        return lock !== null
      })
    void (async () => {
      for (const slot of SLOTS) if (await hold(slot, { ifAvailable: true })) return
      if (!released) await hold(SLOTS[Math.floor(Math.random() * SLOTS.length)] ?? 'live-1', {})
    })()
  }
  const onSight = () => (document.hidden ? rest() : begin())
  const stop = () => {
    ended = true
    document.removeEventListener('visibilitychange', onSight)
    rest()
  }
  document.addEventListener('visibilitychange', onSight)
  begin()
  return stop
}
