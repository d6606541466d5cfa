import { BellRing } from 'lucide-react'
import type { Metadata } from 'next'
import { EmptyState } from '@/components/empty-state'
import { PageHeader } from '@/components/page-header'
import { Alert } from '@/components/ui/alert'
import { LinkButton } from '@/components/ui/link-button'
import { requireActor } from '@/lib/auth/actor'
import { listChannels } from '@/lib/notices/queries'
import { routes } from '@/lib/routes'
import { viewerZone } from '@/lib/time/viewer-zone'
import { ChannelsTable } from './_components/channels-table'

export const metadata: Metadata = { title: 'Notices' }

/** Whom to tell of causes without their looking. */
export default async function NoticesPage() {
  const actor = await requireActor('notices:manage')
  const [channels, timeZone] = await Promise.all([listChannels(actor), viewerZone()])
  const add = (
    <>
      <LinkButton href={routes.noticeNew('email')}>Add e-mail</LinkButton>
      <LinkButton href={routes.noticeNew('webhook')} tone="primary">
        Add webhook
      </LinkButton>
    </>
  )
  return (
    <>
      <PageHeader
        title="Notices"
        note="Channels that tell people about causes, so that they need not look."
        actions={channels.length > 0 && add}
      />
      <div className="grid gap-4">
        {channels.map(
          ({ id, name, offReason }) =>
            offReason && (
              <Alert key={id} tone="danger" title={`${name} was switched off.`}>
                {offReason} Nothing is lost: what happens is gathered until someone resumes it on its page.
              </Alert>
            ),
        )}
        <div className="min-w-0 rounded-lg border border-line bg-surface">
          <ChannelsTable
            channels={channels}
            now={Date.now()}
            timeZone={timeZone}
            empty={
              <EmptyState
                icon={BellRing}
                title="No channels yet"
                text="A channel sends a webhook, to a chat or a program of yours, or an e-mail, when a cause is new, returns, spreads or is resolved. Many changes at once become one message, quiet hours are respected, and secrets are never sent."
                action={<div className="flex flex-wrap justify-center gap-2">{add}</div>}
              />
            }
          />
        </div>
      </div>
    </>
  )
}
