import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { AuditTrail } from '@/app/(admin)/audit/_components/audit-trail'
import { SubjectNews } from '@/app/(admin)/live/_components/subject-news'
import { Notes } from '@/app/(admin)/notes/_components/notes'
import { TimelinePart } from '@/app/(admin)/timeline/_components/timeline-part'
import { LateTogether } from '@/components/late'
import { PageHeader } from '@/components/page-header'
import { PartBoundary } from '@/components/part-boundary'
import { Badge } from '@/components/ui/badge'
import { LinkButton } from '@/components/ui/link-button'
import { Section } from '@/components/ui/section'
import { SkeletonRows } from '@/components/ui/skeleton'
import { requireActor } from '@/lib/auth/actor'
import { can } from '@/lib/auth/permissions'
import { credentialSentence } from '@/lib/connections/credential-sentence'
import { getConnection } from '@/lib/connections/detail-queries'
import { connectionState } from '@/lib/connections/state'
import { idFromSegment } from '@/lib/id-from-segment'
import { pageMark } from '@/lib/live/take-mark'
import { routes } from '@/lib/routes'
import { viewer } from '@/lib/time/viewer'
import { timelineQuery } from '@/lib/timeline/search-params'
import { ConnectionCredential } from './_components/connection-credential'
import { ConnectionEntities } from './_components/connection-entities'
import { ConnectionFacts } from './_components/connection-facts'
import { ConnectionHealth } from './_components/connection-health'
import { ConnectionIssues } from './_components/connection-issues'
import { IssueHistory } from './_components/issue-history'
import { SyncConfiguration } from './_components/sync-configuration'

interface Props {
  params: Promise<{ connectionId: string }>
}

// The title and the page ask for the same connection; one query serves both.
const loadMark = cache(pageMark)
const loadConnection = cache(async (id: string) => {
  const [actor] = await Promise.all([requireActor('connections:read'), loadMark()])
  return getConnection(actor, id)
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const connection = await loadConnection(idFromSegment((await params).connectionId))
  return { title: connection ? `${connection.integration} of ${connection.connectionId}` : 'Connection not found' }
}

/** One connection: its state and why, its issues and how to clear them, what it syncs, what people did to it. */
export default async function ConnectionPage({ params }: Props) {
  const actor = await requireActor('connections:read')
  const connection = await loadConnection(idFromSegment((await params).connectionId))
  if (!connection) notFound()
  const seen = await viewer()
  const { timeZone, locale } = seen
  const credential = connection.credential && credentialSentence(connection.credential, seen.now.getTime(), locale)
  const state = connectionState(locale, connection)
  return (
    <>
      <PageHeader
        title={
          <>
            <bdi>{connection.integration}</bdi> of <bdi>{connection.connectionId || '(empty)'}</bdi>
          </>
        }
        crumbs={[{ label: 'Connections', href: routes.connections() }]}
        note={
          <>
            <Badge tone={state.tone}>{state.word}</Badge>
            {state.sentence}
            {credential && credential.tone !== 'neutral' && (
              <>
                <Badge tone={credential.tone}>{credential.word}</Badge>
                {credential.sentence}
              </>
            )}
          </>
        }
        actions={
          connection.connectionId !== '' && (
            <LinkButton href={routes.customer(connection.connectionId)}>End user</LinkButton>
          )
        }
      />
      <div className="grid gap-4">
        <ConnectionIssues
          connectionId={connection.id}
          issues={connection.issues}
          total={connection.issueCount}
          mayClear={can(actor, 'connections:clear-issues')}
        />
        <LateTogether fallback={<SkeletonRows rows={24} />}>
          <Section title="Health">
            <PartBoundary what="The health">
              <ConnectionHealth actor={actor} connection={connection} />
            </PartBoundary>
          </Section>
          <Section title="Causes" flush>
            <PartBoundary what="The list of causes">
              <IssueHistory actor={actor} connectionId={connection.id} timeZone={timeZone} />
            </PartBoundary>
          </Section>
          <Notes actor={actor} subjectType="connection" subjectId={connection.id} />
          <div className="grid items-start gap-4 xl:grid-cols-2">
            <Section title="Connection">
              <ConnectionFacts connection={connection} timeZone={timeZone} />
            </Section>
            <Section title="Credential">
              <ConnectionCredential credential={connection.credential} viewer={seen} />
            </Section>
          </div>
          <Section title="Entities" flush>
            <PartBoundary what="The entities">
              <ConnectionEntities actor={actor} connectionId={connection.id} timeZone={timeZone} />
            </PartBoundary>
          </Section>
          <Section title="Sync configuration" flush>
            <SyncConfiguration
              connectionId={connection.id}
              document={connection.syncConfig}
              timeZone={timeZone}
              reveals={can(actor, 'values:reveal')}
            />
          </Section>
          <Section title="Timeline" flush>
            <PartBoundary what="The timeline">
              <TimelinePart
                actor={actor}
                scope={{ connectionIds: [connection.id], customer: null }}
                timeZone={timeZone}
                at={(kind) => routes.connectionTimeline(connection.id, timelineQuery({ kind }))}
              />
            </PartBoundary>
          </Section>
        </LateTogether>
        <SubjectNews table="connections" id={connection.id} mark={await loadMark()} timeZone={timeZone} />
        <AuditTrail subjectType="connection" subjectId={connection.id} />
      </div>
    </>
  )
}
