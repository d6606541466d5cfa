import type { Metadata } from 'next'
import { Late } from '@/components/late'
import { PageHeader } from '@/components/page-header'
import { SkeletonRows } from '@/components/ui/skeleton'
import { requireActor } from '@/lib/auth/actor'
import type { RawParams } from '@/lib/table/table-params'
import { CustomerList } from './_components/customer-list'

export const metadata: Metadata = { title: 'End users' }

/** Everyone who connected something, by your reference for them. */
export default async function CustomersPage({ searchParams }: { searchParams: Promise<RawParams> }) {
  const actor = await requireActor('connections:read')
  const raw = await searchParams
  return (
    <>
      <PageHeader title="End users" note="Everyone who connected something, by your reference for them." />
      <Late what="The end users" fallback={<SkeletonRows rows={12} />}>
        <CustomerList actor={actor} raw={raw} />
      </Late>
    </>
  )
}
