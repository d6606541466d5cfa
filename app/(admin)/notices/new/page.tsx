import type { Metadata } from 'next'
import { PageHeader } from '@/components/page-header'
import { Alert } from '@/components/ui/alert'
import { requireActor } from '@/lib/auth/actor'
import { knownIntegrations, mailIsSetUp } from '@/lib/notices/queries'
import { routes } from '@/lib/routes'
import { viewerZone } from '@/lib/time/viewer-zone'
import { NewChannel } from './_components/new-channel'

export const metadata: Metadata = { title: 'New channel' }

interface Props {
  searchParams: Promise<{ kind?: string | string[] }>
}

/** Where a channel is made. */
export default async function NewChannelPage({ searchParams }: Props) {
  const actor = await requireActor('notices:manage')
  const kind = (await searchParams).kind === 'email' ? 'email' : 'webhook'
  const [known, timeZone] = await Promise.all([knownIntegrations(actor), viewerZone()])
  return (
    <>
      <PageHeader
        title={kind === 'email' ? 'New e-mail channel' : 'New webhook'}
        crumbs={[{ label: 'Notices', href: routes.notices() }]}
      />
      {kind === 'email' && !mailIsSetUp(actor) && (
        <div className="mb-4">
          <Alert tone="warning" title="E-mail cannot be sent yet.">
            Whoever runs the server has to set SMTP_URL and SMTP_FROM first.
          </Alert>
        </div>
      )}
      <NewChannel key={kind} kind={kind} known={known} timeZone={timeZone} />
    </>
  )
}
