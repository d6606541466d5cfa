import { NumberText } from '@/components/number-text'
import { Link } from '@/components/ui/link'
import type { BatchScope as Scope } from '@/lib/batches/schema'
import { termText } from '@/lib/query/term-text'
import { routes } from '@/lib/routes'

const STATES = { live: 'live records', deleted: 'deleted records', all: 'all records' } as const

/** What a batch is over, as whoever prepared it said; a list leads to what matches now. */
export function BatchScope({ scope, undoesId }: { scope: Scope; undoesId: string | null }) {
  switch (scope.kind) {
    case 'causes':
      return <Causes ids={scope.causeIds} />
    case 'connections':
      return 'Connections selected one by one'
    case 'matching-connections':
      return (
        <Link href={routes.connections({ q: scope.q })} prefetch={false} className="text-accent-text hover:underline">
          {scope.q === '' ? 'All connections' : <Filter q={scope.q} />}
          {scope.q !== '' && ' among connections'}
        </Link>
      )
    case 'selection':
      return 'Records selected one by one'
    case 'undo':
      return (
        <span>
          What{' '}
          <Link href={routes.batch(undoesId ?? '')} className="text-accent-text hover:underline">
            a former batch
          </Link>{' '}
          changed{scope.q !== '' && ' and that matches '}
          {scope.q !== '' && <Filter q={scope.q} />}
        </span>
      )
    case 'matching':
      return (
        <Link
          href={routes.records({ q: scope.q, state: scope.state === 'live' ? undefined : scope.state })}
          prefetch={false}
          className="text-accent-text hover:underline"
        >
          {scope.q === '' ? `All ${scope.state === 'all' ? 'records' : STATES[scope.state]}` : <Filter q={scope.q} />}
          {scope.q !== '' && ` among ${STATES[scope.state]}`}
        </Link>
      )
  }
}

/** One cause leads to its page; several to what they are in the list. */
function Causes({ ids }: { ids: readonly string[] }) {
  const [only] = ids
  const href =
    ids.length === 1 && only
      ? routes.issue(only)
      : routes.issues({ q: ids.map((id) => termText('id', id)).join(' OR '), state: 'all' })
  return (
    <Link href={href} prefetch={false} className="text-accent-text hover:underline">
      {ids.length === 1 ? (
        'Every connection with one cause'
      ) : (
        <>
          Every connection with one of <NumberText value={ids.length} /> causes
        </>
      )}
    </Link>
  )
}

function Filter({ q }: { q: string }) {
  return <bdi className="font-mono text-xs break-all">{q}</bdi>
}
