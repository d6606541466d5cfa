'use client'

import { ActionButton } from '@/components/action-button'
import type { IndexRow } from '@/lib/indexes/dto'
import { dropIndexAction, startIndexAction } from '../actions'
import { OwnerCommand } from './owner-command'

/** Builds the index, or drops it. Both can be taken back by the other. Where only the owner may, the command for it. */
export function IndexVerbs({
  index: { name, state, helps, price },
  cannotBuild,
  owned,
}: {
  index: IndexRow
  cannotBuild: boolean
  owned: boolean
}) {
  if (state === 'building') return <span className="text-ink-muted">Being built</span>
  if (!owned)
    return (
      <span className="inline-flex">
        {state !== 'ready' && <OwnerCommand verb="build" command={`db index add ${name}`} />}
        {state !== 'absent' && <OwnerCommand verb="drop" command={`db index drop ${name}`} />}
      </span>
    )
  return (
    <span className="inline-flex flex-wrap gap-2">
      {state !== 'ready' && (
        <ActionButton
          compact
          disabled={cannotBuild}
          action={(key) => startIndexAction({ name }, key)}
          outcome={() => ({ message: `Started building ${name}. You can leave this page.` })}
          confirmation={{
            title: `Build ${name}?`,
            text: (
              <>
                <p>{helps}</p>
                <p className="mt-2">{price}</p>
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
