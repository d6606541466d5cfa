import { RelativeTime } from '@/components/relative-time'
import { DescriptionList } from '@/components/ui/description-list'
import { Link } from '@/components/ui/link'
import type { BatchRow } from '@/lib/batches/batch-dto'
import { termText } from '@/lib/query/term-text'
import { routes } from '@/lib/routes'
import { BatchScope } from '../../_components/batch-scope'
import { subjectsOf } from '../../_components/batch-words'

/** Who, over what, when, and where its entries are. */
export function BatchFacts({ batch, timeZone }: { batch: BatchRow; timeZone: string }) {
  const time = (iso: string | null) => (iso === null ? null : <RelativeTime iso={iso} timeZone={timeZone} />)
  const trail = (q: string, words: string) => (
    <Link href={routes.audit({ q })} prefetch={false} className="text-accent-text hover:underline">
      {words}
    </Link>
  )
  return (
    <DescriptionList
      items={[
        { term: 'Applies to', value: <BatchScope scope={batch.scope} undoesId={batch.undoesId} /> },
        { term: 'Prepared', value: time(batch.createdAt) },
        { term: 'By', value: <bdi>{batch.actorEmail}</bdi> },
        { term: 'Started', value: time(batch.startedAt) },
        {
          term: 'Audit trail',
          value: (
            <>
              {trail(termText('correlation', batch.id), `Each ${subjectsOf(batch.verb).one}`)},{' '}
              {trail(termText('subject.id', batch.id), 'the batch itself')}
            </>
          ),
        },
        { term: 'Ended', value: time(batch.endedAt) },
      ]}
    />
  )
}
