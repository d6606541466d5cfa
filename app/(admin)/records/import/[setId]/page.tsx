import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { NumberText } from '@/components/number-text'
import { PageHeader } from '@/components/page-header'
import { RelativeTime } from '@/components/relative-time'
import { LinkButton } from '@/components/ui/link-button'
import { Section } from '@/components/ui/section'
import { requireActor } from '@/lib/auth/actor'
import { idFromSegment } from '@/lib/id-from-segment'
import { idSetOf, MISSING_SHOWN, missingOf } from '@/lib/records/id-sets'
import { routes } from '@/lib/routes'
import { viewerZone } from '@/lib/time/viewer-zone'

export const metadata: Metadata = { title: 'Imported ids' }

/** What an import of ids came to: the records that were found, and what was not. */
export default async function IdSetPage({ params }: { params: Promise<{ setId: string }> }) {
  const actor = await requireActor('records:read')
  const id = idFromSegment((await params).setId)
  const [set, missing, timeZone] = await Promise.all([
    idSetOf(actor, id),
    missingOf(actor, id, MISSING_SHOWN),
    viewerZone(),
  ])
  if (!set) notFound()
  const live = set.found - set.deleted
  return (
    <>
      <PageHeader
        title={<bdi>{set.name}</bdi>}
        crumbs={[
          { label: 'Records', href: routes.records() },
          { label: 'Import ids', href: routes.importIds() },
        ]}
        note={
          <span>
            Kept until <RelativeTime iso={set.until} timeZone={timeZone} />
          </span>
        }
        actions={
          set.found > 0 && (
            <LinkButton
              tone="primary"
              href={routes.records({ q: `in:${id}`, state: set.deleted > 0 ? 'all' : undefined })}
            >
              Show the records
            </LinkButton>
          )
        }
      />
      <div className="grid gap-4">
        <Section title="Found">
          <p className="text-sm">
            <NumberText value={set.found} /> {set.found === 1 ? 'record' : 'records'} of{' '}
            <NumberText value={set.given} /> {set.kind === 'id' ? 'ids' : 'external ids'}: <NumberText value={live} />{' '}
            live, <NumberText value={set.deleted} /> soft-deleted.
          </p>
        </Section>
        <Section
          title="Not found"
          actions={
            missing && missing.length > 0 ? (
              <a href={routes.idSetMissing(id)} download className="py-0.5 text-sm text-accent-text hover:underline">
                Download as CSV
              </a>
            ) : undefined
          }
        >
          {set.missing === 0 && <p className="text-sm text-ink-muted">Every id was found.</p>}
          {set.missing > 0 && !missing && (
            <p className="text-sm text-ink-muted">
              <NumberText value={set.missing} />, which only whoever imported them can see.
            </p>
          )}
          {missing && missing.length > 0 && (
            <ul className="columns-1 gap-6 font-mono text-sm break-all sm:columns-2 lg:columns-3">
              {missing.map((value) => (
                <li key={value}>
                  <bdi>{value}</bdi>
                </li>
              ))}
            </ul>
          )}
          {missing && set.missing > missing.length && (
            <p className="mt-2 text-sm text-ink-muted">
              The first <NumberText value={missing.length} /> of <NumberText value={set.missing} />; the file has all.
            </p>
          )}
        </Section>
      </div>
    </>
  )
}
