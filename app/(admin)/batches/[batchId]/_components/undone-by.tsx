import { NumberText } from '@/components/number-text'
import { Badge } from '@/components/ui/badge'
import { Link } from '@/components/ui/link'
import { Section } from '@/components/ui/section'
import type { BatchDetail } from '@/lib/batches/queries'
import { routes } from '@/lib/routes'
import { STATE_WORDS } from '../../_components/batch-words'

/** What has taken the batch back, in full or in part. */
export function UndoneBy({ batches }: { batches: BatchDetail['undoneBy'] }) {
  return (
    <Section title="Undone by">
      <ul className="grid gap-1.5 text-sm">
        {batches.map(({ id, state, changed }) => (
          <li key={id} className="flex flex-wrap items-center gap-2">
            <Badge tone={STATE_WORDS[state].tone}>{STATE_WORDS[state].word}</Badge>
            <Link href={routes.batch(id)} className="text-accent-text hover:underline">
              {state === 'preparing' || state === 'ready' ? (
                'A batch that has not been started'
              ) : (
                <>
                  A batch that took back <NumberText value={changed} />
                </>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
