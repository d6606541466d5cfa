import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageHeader } from '@/components/page-header'
import { requireActor } from '@/lib/auth/actor'
import { entityToFill } from '@/lib/records/edit-queries'
import { routes } from '@/lib/routes'
import { CreateForm } from './_components/create-form'

export const metadata: Metadata = { title: 'New record' }

/** Where a record is made by hand, for the entity that the address names. */
export default async function NewRecordPage({
  searchParams,
}: {
  searchParams: Promise<{ entityId?: string | string[] }>
}) {
  const actor = await requireActor('records:create')
  const { entityId } = await searchParams
  const entity = typeof entityId === 'string' ? await entityToFill(actor, entityId) : null
  if (!entity) notFound()
  return (
    <>
      <PageHeader
        title="New record"
        crumbs={[
          { label: 'Connections', href: routes.connections() },
          { label: `${entity.integration} of ${entity.connectionId}`, href: routes.connection(entity.connection) },
        ]}
        note={
          <>
            <bdi>{entity.type}</bdi>, made by hand
          </>
        }
      />
      <CreateForm entity={entity} />
    </>
  )
}
