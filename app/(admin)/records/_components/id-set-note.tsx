import { Late } from '@/components/late'
import { NumberText } from '@/components/number-text'
import { Alert } from '@/components/ui/alert'
import { Link } from '@/components/ui/link'
import { Skeleton } from '@/components/ui/skeleton'
import type { Actor } from '@/lib/auth/actor'
import { idSetOf, nameOfIdSet } from '@/lib/records/id-sets'
import { idSetsIn } from '@/lib/records/record-registry'
import { routes } from '@/lib/routes'

/** Says which import a list is of, and what was not found; an import that is gone must not look like an empty list. */
export async function IdSetNote({ actor, q }: { actor: Actor; q: string }) {
  const sets = await Promise.all(idSetsIn(q).map(async (id) => ({ id, name: await nameOfIdSet(actor, id) })))
  return sets.map(({ id, name }) =>
    name === null ? (
      <Alert key={id} tone="warning" title="These imported ids are no longer kept.">
        An import is kept for a week. Import the ids again to see their records.
      </Alert>
    ) : (
      <div key={id} className="flex flex-wrap gap-x-1 text-sm text-ink-muted">
        From{' '}
        <Link href={routes.idSet(id)} prefetch={false} className="text-accent-text hover:underline">
          <bdi>{name}</bdi>
        </Link>
        {' · '}
        <Late what="What was found" fallback={<Skeleton className="my-0.5 h-4 w-48" />}>
          <Found actor={actor} id={id} />
        </Late>
      </div>
    ),
  )
}

async function Found({ actor, id }: { actor: Actor; id: string }) {
  const set = await idSetOf(actor, id)
  return (
    set && (
      <span>
        <NumberText value={set.found} /> found, <NumberText value={set.missing} /> not found.
      </span>
    )
  )
}
