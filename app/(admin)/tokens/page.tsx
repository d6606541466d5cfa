import type { Metadata } from 'next'
import { PageHeader } from '@/components/page-header'
import { Section } from '@/components/ui/section'
import { requireActor } from '@/lib/auth/actor'
import { can, TOKEN_SCOPES } from '@/lib/auth/permissions'
import { viewerZone } from '@/lib/time/viewer-zone'
import { listOthersTokens, listTokens } from '@/lib/tokens/queries'
import { MakeToken } from './_components/make-token'
import { TokensTable } from './_components/tokens-table'

export const metadata: Metadata = { title: 'API tokens' }

/** With what scripts read as whoever is signed in; for administrators, everyone's. */
export default async function TokensPage() {
  const actor = await requireActor('tokens:manage')
  const seesAll = can(actor, 'users:manage')
  const [own, others, timeZone] = await Promise.all([
    listTokens(actor),
    seesAll ? listOthersTokens(actor) : [],
    viewerZone(),
  ])
  return (
    <>
      <PageHeader
        title="API tokens"
        note="Scripts use them to read what you can read, masked as it is for you. They cannot change anything."
        actions={<MakeToken scopes={TOKEN_SCOPES.filter((scope) => can(actor, scope))} />}
      />
      <div className="grid gap-4">
        <Section title="Your tokens" note={`${own.length}`} flush>
          <TokensTable label="Your tokens" tokens={own} timeZone={timeZone} />
        </Section>
        {seesAll && (
          <Section title="Tokens of others" note={`${others.length}`} flush>
            <TokensTable label="Tokens of others" tokens={others} timeZone={timeZone} showsOwner />
          </Section>
        )}
      </div>
    </>
  )
}
