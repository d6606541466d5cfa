import { Alert } from '@/components/ui/alert'

/** Says what was filled in again. A page that is loaded anew stands where it stood, so that this comes into sight by itself. */
export function KeptNotice({ notice }: { notice: string | null }) {
  if (notice === null) return null
  return (
    <div ref={intoSight} className="scroll-my-24">
      <Alert title={notice} />
    </div>
  )
}

function intoSight(box: HTMLElement | null): void {
  box?.scrollIntoView({ block: 'nearest' })
}
