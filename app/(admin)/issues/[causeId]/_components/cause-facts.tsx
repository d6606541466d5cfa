import { NumberText } from '@/components/number-text'
import { RelativeTime } from '@/components/relative-time'
import { DescriptionList } from '@/components/ui/description-list'
import type { CauseRow } from '@/lib/issues/dto'

/** What is known of a cause beside its connections. */
export function CauseFacts({ cause, timeZone }: { cause: CauseRow; timeZone: string }) {
  const time = (iso: string | null) => iso && <RelativeTime iso={iso} timeZone={timeZone} />
  const muted = cause.mutedUntilChange ? 'Until another connection gets it' : time(cause.mutedUntil)
  return (
    <DescriptionList
      items={[
        { term: 'Kind', value: cause.kind },
        { term: 'Connections', value: <NumberText value={cause.connections} /> },
        { term: 'Integrations', value: <bdi>{cause.integrations.join(', ')}</bdi> },
        { term: 'First seen', value: time(cause.firstSeenAt) },
        { term: 'Last appeared', value: time(cause.appearedAt) },
        { term: 'Resolved', value: time(cause.resolvedAt) },
        { term: 'Assigned to', value: cause.assigneeEmail && <bdi>{cause.assigneeEmail}</bdi> },
        { term: 'Ticket', value: cause.ticket && <Ticket ticket={cause.ticket} /> },
        { term: 'Muted', value: cause.state === 'muted' ? muted : null },
      ]}
    />
  )
}

/** A ticket that is an address is a link; anything else is what people call it. */
function Ticket({ ticket }: { ticket: string }) {
  if (!/^https?:\/\/\S+$/.test(ticket)) return <bdi>{ticket}</bdi>
  return (
    <a href={ticket} target="_blank" rel="noreferrer" className="break-all text-accent-text hover:underline">
      <bdi>{ticket}</bdi>
    </a>
  )
}
