import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { AuditTrail } from '@/app/(admin)/audit/_components/audit-trail'
import { PageHeader } from '@/components/page-header'
import { RefreshWhile } from '@/components/refresh-while'
import { RelativeTime } from '@/components/relative-time'
import { Alert } from '@/components/ui/alert'
import { Badge } from '@/components/ui/badge'
import { Section } from '@/components/ui/section'
import { requireActor } from '@/lib/auth/actor'
import { idFromSegment } from '@/lib/id-from-segment'
import { getChannel, knownIntegrations } from '@/lib/notices/queries'
import { routes } from '@/lib/routes'
import { viewerZone } from '@/lib/time/viewer-zone'
import { KIND_WORDS, STATE_WORDS, whereTo } from '../_components/channel-words'
import { ChannelVerbs } from './_components/channel-verbs'
import { DeliveriesTable } from './_components/deliveries-table'
import { EditChannel } from './_components/edit-channel'
import { Preview } from './_components/preview'

interface Props {
  params: Promise<{ channelId: string }>
}

// The title and the page ask for the same channel; one query serves both.
const loadChannel = cache(async (id: string) => getChannel(await requireActor('notices:manage'), id))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const channel = await loadChannel(idFromSegment((await params).channelId))
  return { title: channel?.name ?? 'Channel not found' }
}

/** One channel: whether it works, what it was told, and what it is to be told. */
export default async function ChannelPage({ params }: Props) {
  const actor = await requireActor('notices:manage')
  const channel = await loadChannel(idFromSegment((await params).channelId))
  if (!channel) notFound()
  const [known, timeZone] = await Promise.all([knownIntegrations(actor), viewerZone()])
  const { state, pausedBy, offReason, waiting, formerUntil, deliveries } = channel
  return (
    <>
      <PageHeader
        title={<bdi>{channel.name}</bdi>}
        crumbs={[{ label: 'Notices', href: routes.notices() }]}
        note={
          <>
            <Badge tone={STATE_WORDS[state].tone}>{STATE_WORDS[state].word}</Badge>
            <span>
              {KIND_WORDS[channel.kind]} to <bdi>{whereTo(channel)}</bdi>
            </span>
          </>
        }
        actions={<ChannelVerbs channel={channel} />}
      />
      <RefreshWhile active={deliveries.some(({ state: of, kind }) => of === 'due' && kind === 'notice')} />
      <div className="grid gap-4">
        {offReason && (
          <Alert tone="danger" title="This channel was switched off.">
            {offReason} Nothing is lost: what happens is gathered, and sent when someone resumes it.
          </Alert>
        )}
        {pausedBy && <Alert tone="warning" title={`Paused by ${pausedBy}. What happens is gathered meanwhile.`} />}
        {formerUntil && (
          <Alert title="Two secrets sign at the moment.">
            The previous one stops <RelativeTime iso={formerUntil} timeZone={timeZone} />.
          </Alert>
        )}
        <Section
          title="Messages"
          note={waiting > 0 ? `${waiting} ${waiting === 1 ? 'change waits' : 'changes wait'} to be sent` : undefined}
          flush
        >
          <DeliveriesTable
            deliveries={deliveries}
            sends={!pausedBy && !offReason}
            now={Date.now()}
            timeZone={timeZone}
          />
        </Section>
        <EditChannel channel={channel} known={known} timeZone={timeZone} />
        <Preview channel={channel} />
        <AuditTrail subjectType="notice" subjectId={channel.id} />
      </div>
    </>
  )
}
