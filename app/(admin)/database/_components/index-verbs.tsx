'use client'

import { ActionButton } from '@/components/action-button'
import type { IndexRow } from '@/lib/indexes/dto'
import { dropIndexAction, startIndexAction } from '../actions'

/** Builds the index, or drops it. Both can be taken back by the other. */
export function IndexVerbs({
  index: { name, state, helps, price },
  cannotBuild,
}: {
  index: IndexRow
  cannotBuild: boolean
}) {
  if (state === 'building') return <span className="text-ink-muted">Being built</span>
  return (
    <span className="inline-flex flex-wrap gap-2">
      {state !== 'ready' && (
        <ActionButton
          compact
          disabled={cannotBuild}
          action={(key) => startIndexAction({ name }, key)}
          outcome={() => ({ message: `Building ${name} has begun. You can leave this page.` })}
          confirmation={{
            title: `Build ${name}?`,
            text: (
              <>
                <p>{helps}</p>
                <p className="mt-2">What it costs Mastra’s writes: {price}</p>
              </>
            ),
            confirm: 'Build',
          }}
        >
          {state === 'invalid' ? 'Build again' : 'Build'}
        </ActionButton>
      )}
      {state !== 'absent' && (
        <ActionButton
          compact
          tone="caution"
          action={(key) => dropIndexAction({ name }, key)}
          outcome={() => ({ message: `Dropped ${name}.` })}
          confirmation={{
            title: `Drop ${name}?`,
            text: `${helps} This becomes slow again. The index can be built again at any time.`,
            confirm: 'Drop',
            danger: true,
          }}
        >
          Drop
        </ActionButton>
      )}
    </span>
  )
}
