import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { Late, LateTogether } from '@/components/late'
import { PageHeader } from '@/components/page-header'
import { PartBoundary } from '@/components/part-boundary'
import { LinkButton } from '@/components/ui/link-button'
import { Section } from '@/components/ui/section'
import { Skeleton, SkeletonRows } from '@/components/ui/skeleton'
import { requireActor } from '@/lib/auth/actor'
import { can } from '@/lib/auth/permissions'
import { getEntity } from '@/lib/entities/queries'
import { idFromSegment } from '@/lib/id-from-segment'
import { termText } from '@/lib/query/term-text'
import { routes } from '@/lib/routes'
import { viewer } from '@/lib/time/viewer'
import { EntityBatches } from './_components/entity-batches'
import { EntityCounts } from './_components/entity-counts'
import { EntityFacts } from './_components/entity-facts'
import { EntityKeys } from './_components/entity-keys'
import { EntityProperties } from './_components/entity-properties'
import { EntityTwins } from './_components/entity-twins'

interface Props {
  params: Promise<{ entityId: string }>
}

// The title and the page ask for the same entity; one query serves both.
const loadEntity = cache(async (id: string) => getEntity(await requireActor('connections:read'), id))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const entity = await loadEntity(idFromSegment((await params).entityId))
  if (!entity) return { title: 'Entity not found' }
  return { title: `${entity.type} of ${entity.connection.integration} of ${entity.connection.connectionId}` }
}

/** One synced object type of a connection: how many records, what its properties declare and what its records hold. */
export default async function EntityPage({ params }: Props) {
  const actor = await requireActor('connections:read')
  const entity = await loadEntity(idFromSegment((await params).entityId))
  if (!entity) notFound()
  const { timeZone, locale } = await viewer()
  const { connection } = entity
  return (
    <>
      <PageHeader
        title={<bdi>{entity.type}</bdi>}
        crumbs={[
          { label: 'Connections', href: routes.connections() },
          {
            label: `${connection.integration} of ${connection.connectionId || '(empty)'}`,
            href: routes.connection(connection.id),
          },
        ]}
        note="What one connection syncs of this type."
        actions={
          <>
            {can(actor, 'records:create') && (
              <LinkButton href={routes.recordNew({ entityId: entity.id })}>New record</LinkButton>
            )}
            <LinkButton href={routes.records({ q: termText('entity.id', entity.id) })}>All records</LinkButton>
          </>
        }
      />
      <div className="grid gap-4">
        <div className="grid items-start gap-4 xl:grid-cols-2">
          <Section title="Entity">
            <EntityFacts entity={entity} timeZone={timeZone} />
          </Section>
          <Section title="Records">
            <Late what="The number of records" fallback={<Skeleton className="h-38.5" />}>
              <EntityCounts actor={actor} entityId={entity.id} />
            </Late>
          </Section>
        </div>
        <LateTogether fallback={<SkeletonRows rows={8} />}>
          <Section title="Keys in data" flush>
            <PartBoundary what="What the records hold">
              <EntityKeys actor={actor} entity={entity} locale={locale} />
            </PartBoundary>
          </Section>
          <Section title="Properties" flush>
            <PartBoundary what="The properties">
              <EntityProperties entityId={entity.id} />
            </PartBoundary>
          </Section>
          <Section title="Shared external ids">
            <PartBoundary what="The search for twins">
              <EntityTwins actor={actor} entityId={entity.id} />
            </PartBoundary>
          </Section>
          <Section title="Batches" flush>
            <PartBoundary what="The batches">
              <EntityBatches actor={actor} entity={entity} timeZone={timeZone} locale={locale} />
            </PartBoundary>
          </Section>
        </LateTogether>
      </div>
    </>
  )
}
