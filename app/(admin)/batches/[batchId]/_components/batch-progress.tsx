'use client'

import { useLocale } from '@/components/locale'
import { Progress } from '@/components/ui/progress'
import { Section } from '@/components/ui/section'
import type { BatchRow } from '@/lib/batches/batch-dto'
import { BATCH_VERBS } from '@/lib/batches/verbs-schema'
import { formatCount, formatNumber } from '@/lib/format-number'
import { subjectsOf, timeLeft } from '../../_components/batch-words'

/** How far a batch is or was, how fast it goes, and how long that will take. */
export function BatchProgress({ batch }: { batch: BatchRow }) {
  const locale = useLocale()
  const isConnection = BATCH_VERBS[batch.verb].subject === 'connection'
  const left = batch.state === 'running' ? timeLeft(locale, batch) : null
  return (
    <Section title="Progress">
      <div className="grid gap-3">
        <Progress
          label={isConnection ? 'Connections processed' : 'Records processed'}
          value={batch.worked}
          max={batch.total}
        />
        {/* Not a live region: it changes every other second, and the badge says when it has ended. */}
        <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm" suppressHydrationWarning>
          <span className="font-medium">
            {BATCH_VERBS[batch.verb].done} {formatCount(locale, batch.changed, subjectsOf(batch.verb))}
          </span>
          {batch.worked < batch.total && (
            <span className="text-ink-muted">
              {formatNumber(locale, batch.worked)} of {formatNumber(locale, batch.total)} processed
            </span>
          )}
          {batch.drifted > 0 && (
            <span>
              {formatCount(locale, batch.drifted, subjectsOf(batch.verb))}{' '}
              {isConnection ? 'drifted; what arrived since stays' : 'drifted and left alone'}
            </span>
          )}
          {batch.state === 'running' && batch.rate > 0 && (
            <span className="text-ink-muted">{formatNumber(locale, batch.rate)} a second</span>
          )}
          {left && <span className="text-ink-muted">{left} left</span>}
        </p>
      </div>
    </Section>
  )
}
