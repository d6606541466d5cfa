import Link from 'next/link'
import type { BatchScope as Scope } from '@/lib/batches/schema'
import { routes } from '@/lib/routes'

const STATES = { live: 'live records', deleted: 'deleted records', all: 'all records' } as const

/** Which records a batch is over, as whoever prepared it said; a list leads to what matches now. */
export function BatchScope({ scope, undoesId }: { scope: Scope; undoesId: string | null }) {
  switch (scope.kind) {
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

function Filter({ q }: { q: string }) {
  return <bdi className="font-mono text-xs break-all">{q}</bdi>
}
