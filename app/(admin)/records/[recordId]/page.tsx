import { Pencil } from 'lucide-react'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { SubjectNews } from '@/app/(admin)/live/_components/subject-news'
import { Late } from '@/components/late'
import { PageHeader } from '@/components/page-header'
import { Alert } from '@/components/ui/alert'
import { LinkButton } from '@/components/ui/link-button'
import { Section } from '@/components/ui/section'
import { Skeleton } from '@/components/ui/skeleton'
import { requireActor } from '@/lib/auth/actor'
import { can } from '@/lib/auth/permissions'
import { idFromSegment } from '@/lib/id-from-segment'
import { pageMark } from '@/lib/live/take-mark'
import { titleOf } from '@/lib/records/dto'
import { getRecord } from '@/lib/records/queries'
import { readRecordSearch } from '@/lib/records/search-params'
import { listQuery } from '@/lib/records/search-query'
import { routes } from '@/lib/routes'
import type { RawParams } from '@/lib/table/table-params'
import { viewerZone } from '@/lib/time/viewer-zone'
import { DeletionBadge, EnrichmentBadge, StatusBadge } from '../_components/record-badges'
import { RecordTitle } from '../_components/record-title'
import { RecordVerbs } from '../_components/record-verbs'
import { RecordData } from './_components/record-data'
import { RecordFields } from './_components/record-fields'
import { RecordHistory } from './_components/record-history'
import { RecordNeighbours } from './_components/record-neighbours'
import { RecordTimeline } from './_components/record-timeline'
import { RecordTwins } from './_components/record-twins'

interface Props {
  params: Promise<{ recordId: string }>
  searchParams: Promise<RawParams>
}

// The title and the page ask for the same record; one query serves both.
const loadMark = cache(pageMark)
const loadRecord = cache(async (id: string) => {
  const [actor] = await Promise.all([requireActor('records:read'), loadMark()])
  return getRecord(actor, id)
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const record = await loadRecord(idFromSegment((await params).recordId))
  return { title: record ? `${record.entityType} ${titleOf(record).called}` : 'Record not found' }
}

/** One record: what it is, its document, what people did to it, and what can be done. */
export default async function RecordPage({ params, searchParams }: Props) {
  const actor = await requireActor('records:read')
  const record = await loadRecord(idFromSegment((await params).recordId))
  if (!record) notFound()
  const { search, problems } = readRecordSearch(await searchParams)
  const clock = { now: new Date(), timeZone: await viewerZone() }
  const mayEdit = record.deletedAt === null && can(actor, 'records:edit')
  return (
    <>
      <PageHeader
        title={<RecordTitle record={record} />}
        crumbs={[{ label: 'Records', href: routes.records(listQuery(search)) }]}
        note={
          <>
            <DeletionBadge deletedAt={record.deletedAt} />
            <StatusBadge status={record.status} />
            <EnrichmentBadge status={record.enrichmentStatus} />
          </>
        }
        actions={
          <>
            {problems.length === 0 && (
              // As wide as both ways need, so that the title does not move to another line when there is only one.
              <div className="flex justify-end gap-2 md:min-w-50">
                <Late what="The neighbouring records" fallback={<Skeleton className="h-8 w-40" />}>
                  <RecordNeighbours actor={actor} id={record.id} search={search} clock={clock} />
                </Late>
              </div>
            )}
            {mayEdit && (
              <LinkButton href={routes.recordEdit(record.id)} prefetch={false}>
                <Pencil aria-hidden />
                Edit
              </LinkButton>
            )}
            <RecordVerbs
              records={[{ id: record.id, deletedAt: record.deletedAt }]}
              timeZone={clock.timeZone}
              allowed={{ softDelete: can(actor, 'records:delete'), restore: can(actor, 'records:restore') }}
            />
          </>
        }
      />
      <div className="grid gap-4">
        {record.deletedAt !== null && (
          <Alert tone="warning" title="This record is soft-deleted.">
            Mastra does not show it in the product. Syncs go on writing to it, so its data may still change.
            {!can(actor, 'records:restore') && ' It can be restored by an operator or administrator.'}
          </Alert>
        )}
        {record.deletedAt === null && record.externalId !== null && record.entityId !== null && (
          // Found by an index, and not to push away what is read already.
          <RecordTwins actor={actor} of={{ externalId: record.externalId, entityId: record.entityId }} />
        )}
        <Section title="Record">
          <RecordFields record={record} timeZone={clock.timeZone} />
        </Section>
        <Section title="Data" flush>
          <RecordData
            id={record.id}
            document={record.document}
            timeZone={clock.timeZone}
            reveals={can(actor, 'values:reveal')}
            edits={mayEdit}
          />
        </Section>
        <Section title="Timeline">
          <Late what="The timeline" fallback={<Skeleton className="h-24" />}>
            <RecordTimeline actor={actor} record={record} />
          </Late>
        </Section>
        <SubjectNews table="records" id={record.id} mark={await loadMark()} timeZone={clock.timeZone} />
        <RecordHistory id={record.id} mayRevert={mayEdit} />
      </div>
    </>
  )
}
