import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageHeader } from '@/components/page-header'
import { Alert } from '@/components/ui/alert'
import { LinkButton } from '@/components/ui/link-button'
import { requireActor } from '@/lib/auth/actor'
import { idFromSegment } from '@/lib/id-from-segment'
import { recordToEdit } from '@/lib/records/edit-queries'
import { routes } from '@/lib/routes'
import { type RawParams, readOne } from '@/lib/table/table-params'
import { RecordEditor } from './_components/record-editor'

export const metadata: Metadata = { title: 'Edit record' }

interface Props {
  params: Promise<{ recordId: string }>
  searchParams: Promise<RawParams>
}

/** Where a record's data, external id and states are changed, key by key. */
export default async function EditRecordPage({ params, searchParams }: Props) {
  const actor = await requireActor('records:edit')
  const record = await recordToEdit(actor, idFromSegment((await params).recordId))
  if (!record) notFound()
  const at = readOne(await searchParams, 'at', [])
  return (
    <>
      <PageHeader
        title="Edit record"
        crumbs={[
          { label: 'Records', href: routes.records() },
          { label: `${record.entityType} ${record.externalId ?? record.id}`, href: routes.record(record.id) },
        ]}
      />
      {record.deleted ? (
        <Alert tone="warning" title="This record is soft-deleted.">
          Restore it before you edit it.{' '}
          <LinkButton compact href={routes.record(record.id)}>
            Back to the record
          </LinkButton>
        </Alert>
      ) : (
        <RecordEditor record={record} at={at} />
      )}
    </>
  )
}
