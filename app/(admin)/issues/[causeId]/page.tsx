import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { AuditTrail } from '@/app/(admin)/audit/_components/audit-trail'
import { SubjectNews } from '@/app/(admin)/live/_components/subject-news'
import { Notes } from '@/app/(admin)/notes/_components/notes'
import { Late } from '@/components/late'
import { PageHeader } from '@/components/page-header'
import { Badge } from '@/components/ui/badge'
import { Section } from '@/components/ui/section'
import { Skeleton, SkeletonRows } from '@/components/ui/skeleton'
import { requireActor } from '@/lib/auth/actor'
import { can } from '@/lib/auth/permissions'
import { idFromSegment } from '@/lib/id-from-segment'
import { assignees, getCause, sightingsOf } from '@/lib/issues/queries'
import { pageMark } from '@/lib/live/take-mark'
import { routes } from '@/lib/routes'
import { viewer } from '@/lib/time/viewer'
import { CAUSE_WORDS } from '../_components/cause-words'
import { loadLook } from '../_components/load-look'
import { CauseActions } from './_components/cause-actions'
import { CauseFacts } from './_components/cause-facts'
import { CauseTimeline } from './_components/cause-timeline'
import { CauseTrend } from './_components/cause-trend'
import { MutedNote } from './_components/muted-note'
import { OpenSightings } from './_components/open-sightings'
import { PastSightings } from './_components/past-sightings'
import { Returned } from './_components/returned'

interface Props {
  params: Promise<{ causeId: string }>
}

// The title and the page ask for the same cause; one query serves both.
const loadMark = cache(pageMark)
const loadCause = cache(async (id: string) => {
  const actor = await requireActor('issues:read')
  await loadLook()
  await loadMark()
  return getCause(actor, id)
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const cause = await loadCause(idFromSegment((await params).causeId))
  return { title: cause && 'title' in cause ? cause.title : 'Cause not found' }
}

/** One cause: which connections have it, since when, what people did and noted about it, and what can be done for all at once. */
export default async function CausePage({ params }: Props) {
  const actor = await requireActor('issues:read')
  const cause = await loadCause(idFromSegment((await params).causeId))
  if (!cause) notFound()
  if ('replacedBy' in cause) redirect(routes.issue(cause.replacedBy))
  const { locale, timeZone } = await viewer()
  const mayManage = can(actor, 'issues:manage')
  const [open, people] = await Promise.all([
    sightingsOf(actor, cause.id, 'open'),
    mayManage ? assignees(actor) : Promise.resolve([]),
  ])
  return (
    <>
      <PageHeader
        title={<bdi>{cause.title}</bdi>}
        crumbs={[{ label: 'Issues', href: routes.issues() }]}
        note={<Badge tone={CAUSE_WORDS[cause.state].tone}>{CAUSE_WORDS[cause.state].word}</Badge>}
        actions={
          mayManage && <CauseActions cause={cause} people={people} mayClear={can(actor, 'connections:clear-issues')} />
        }
      />
      <div className="grid gap-4">
        {cause.reopenedAt && cause.state !== 'resolved' && (
          <Late what="Who cleared it last" fallback={<Skeleton className="h-14" />}>
            <Returned actor={actor} cause={cause} timeZone={timeZone} />
          </Late>
        )}
        {cause.state === 'muted' && <MutedNote cause={cause} timeZone={timeZone} />}
        <Section title="Cause">
          <CauseFacts cause={cause} timeZone={timeZone} />
        </Section>
        <Section title="Trend">
          <Late what="The trend" fallback={<Skeleton className="h-24" />}>
            <CauseTrend actor={actor} causeId={cause.id} />
          </Late>
        </Section>
        <OpenSightings rows={open} total={cause.connections} locale={locale} timeZone={timeZone} />
        <Notes actor={actor} subjectType="issue" subjectId={cause.id} />
        <Section title="Timeline">
          <Late what="The timeline" fallback={<Skeleton className="h-24" />}>
            <CauseTimeline actor={actor} cause={cause} />
          </Late>
        </Section>
        <Section title="No longer affected" flush>
          <Late what="The list of connections no longer affected" fallback={<SkeletonRows rows={3} />}>
            <PastSightings actor={actor} causeId={cause.id} timeZone={timeZone} />
          </Late>
        </Section>
        <SubjectNews table="issues" id={cause.id} mark={await loadMark()} timeZone={timeZone} />
        <AuditTrail subjectType="issue" subjectId={cause.id} />
      </div>
    </>
  )
}
