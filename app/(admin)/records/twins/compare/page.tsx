import type { Metadata } from 'next'
import { DeadEnd } from '@/components/dead-end'
import { NumberText } from '@/components/number-text'
import { PageHeader } from '@/components/page-header'
import { Alert } from '@/components/ui/alert'
import { LinkButton } from '@/components/ui/link-button'
import { requireActor } from '@/lib/auth/actor'
import { can } from '@/lib/auth/permissions'
import { termText } from '@/lib/query/term-text'
import { compareTwins } from '@/lib/records/compare-twins'
import type { TwinComparison } from '@/lib/records/twins-dto'
import { routes } from '@/lib/routes'
import type { RawParams } from '@/lib/table/table-params'
import { viewerZone } from '@/lib/time/viewer-zone'
import { TwinTable } from '../_components/twin-table'
import { placeOf } from '../place'

export const metadata: Metadata = { title: 'Twins side by side' }

/** One group of twins: what differs, and which of them is to stay. */
export default async function CompareTwinsPage({ searchParams }: { searchParams: Promise<RawParams> }) {
  const actor = await requireActor('records:read')
  const { externalId = '', entity = '' } = placeOf(await searchParams)
  const group = await compareTwins(actor, { externalId, entityId: entity })
  if (!group)
    return (
      <DeadEnd
        title="No twins here"
        text="There are not, or no longer, two live records of this entity with this external id."
        href={routes.twins()}
        go="Go to the list of twins"
      />
    )
  const isWhole = group.total === group.records.length
  return (
    <>
      <PageHeader
        title={
          <>
            <bdi>{group.entityType}</bdi> <bdi>{group.externalId === '' ? '(empty)' : group.externalId}</bdi>
          </>
        }
        crumbs={[
          { label: 'Records', href: routes.records() },
          { label: 'Twins', href: routes.twins() },
        ]}
        note={
          <span>
            <NumberText value={group.total} /> live records with the same external id
            {group.connection && (
              <>
                {' '}
                of <bdi>{group.connection.name}</bdi>
              </>
            )}
          </span>
        }
        actions={<LinkButton href={listOf(group)}>In the list of records</LinkButton>}
      />
      <div className="grid gap-4">
        {!isWhole && (
          <Alert tone="info" title="There are more than can be shown side by side.">
            These are the oldest. Select the others in the list of records to soft-delete them.
          </Alert>
        )}
        <TwinTable group={group} timeZone={await viewerZone()} mayKeep={isWhole && can(actor, 'records:delete')} />
      </div>
    </>
  )
}

function listOf({ entityId, externalId }: TwinComparison) {
  return routes.records({ q: `${termText('entity.id', entityId)} ${termText('externalId', externalId)}` })
}
