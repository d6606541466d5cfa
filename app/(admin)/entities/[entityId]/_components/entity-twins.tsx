import { NumberText } from '@/components/number-text'
import { Link } from '@/components/ui/link'
import type { Actor } from '@/lib/auth/actor'
import { sharedIds } from '@/lib/entities/shared-ids'
import { routes } from '@/lib/routes'
import { loadKeys } from './load'

/** Whether records of the entity share their external ids: with each other, which makes twins, or with other entities, which bleed. */
export async function EntityTwins({ actor, entityId }: { actor: Actor; entityId: string }) {
  const found = await loadKeys(entityId)
  const shared = found && (await sharedIds(actor, entityId, found.sample))
  if (!shared) return <p className="text-sm text-ink-muted">Looking up the external ids took too long.</p>
  const { twins, elsewhere, examples } = shared
  if (twins + elsewhere === 0)
    return (
      <p className="text-sm text-ink-muted">
        None of the newest <NumberText value={found.sample.ids.length} /> records shares its external id with another
        live record.
      </p>
    )
  return (
    <div className="grid gap-2 text-sm">
      {twins > 0 && (
        <div>
          <p>
            <NumberText value={twins} /> external {twins === 1 ? 'id has' : 'ids have'} twins: other live records of
            this entity with the same external id.
          </p>
          <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-1">
            {examples.map((externalId) => (
              <li key={externalId} className="min-w-0">
                <Link
                  href={routes.twinGroup({ externalId, entity: entityId })}
                  prefetch={false}
                  className="font-mono text-xs break-all text-accent-text hover:underline"
                >
                  <bdi>{externalId}</bdi>
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
      {elsewhere > 0 && (
        <p>
          <NumberText value={elsewhere} /> external {elsewhere === 1 ? 'id is' : 'ids are'} also on records of other
          entities. A sync matches on the external id alone, so these overwrite each other.
        </p>
      )}
      <p className="text-xs text-ink-muted">
        Among the newest <NumberText value={found.sample.ids.length} /> live records.{' '}
        <Link href={routes.twins()} prefetch={false} className="text-accent-text underline">
          Twins of all records
        </Link>
      </p>
    </div>
  )
}
