import { RelativeTime } from '@/components/relative-time'
import type { Viewer } from '@/lib/time/viewer'

/** Of which moment numbers are that the background counts. */
export function CountedAt({ at, viewer }: { at: string; viewer: Viewer }) {
  return (
    <>
      Counted <RelativeTime iso={at} timeZone={viewer.timeZone} now={viewer.now.getTime()} />
    </>
  )
}

/** In the first minutes with a large table. */
export function NotCountedYet() {
  return <p className="p-4 text-sm text-ink-muted">Counting for the first time. Check back in a minute.</p>
}
