import type { Metadata } from 'next'
import { PageHeader } from '@/components/page-header'
import { requireActor } from '@/lib/auth/actor'
import { routes } from '@/lib/routes'
import { ImportForm } from './_components/import-form'

export const metadata: Metadata = { title: 'Import ids' }

/** Where the ids of a ticket's attachment become a selection of records. Nothing is changed by it. */
export default async function ImportPage() {
  await requireActor('records:read')
  return (
    <>
      <PageHeader
        title="Import ids"
        crumbs={[{ label: 'Records', href: routes.records() }]}
        note="Turn a file or a list of ids into a selection of records. No record is changed."
      />
      <ImportForm />
    </>
  )
}
