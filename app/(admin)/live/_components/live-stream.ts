import type { News } from '@/lib/live/stream-schema'

/** Milliseconds until a stream that broke off is asked for again: doubled each time, and never the same for all. */
const SOON = 1_000
const LATEST = 60_000
/** Streams that one browser has at once: over HTTP/1.1 it has six connections for everything. */
const SLOTS = 2

/**
 * Listens to the stream at `address` while the page is in sight, until the function that it gives is called. A page that is hidden lets go
 * and catches up when it is back: its address says since when. A stream that breaks off is asked for again; one that is refused is not.
 */
export function listen(address: string, tell: (news: News) => void): () => void {
  let source: EventSource | null = null
  let letGo: (() => void) | null = null
  let again: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let ended = false

  const open = () => {
    if (ended || document.hidden) return
    const events = new EventSource(address)
    source = events
    events.addEventListener('news', ({ data }) => {
      failures = 0
      tell(JSON.parse(data))
    })
    events.addEventListener('end', stop)
    events.addEventListener('again', () => reopen(events))
    events.addEventListener('error', () => {
      // Closed by the browser itself is refused: signed out, or too many. The first is for good, the second is not.
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
    const slot = `live-${Math.floor(Math.random() * SLOTS)}`
    void navigator.locks.request(slot, () => {
      if (released) return
      open()
      return done
    })
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
