'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { PageCommand } from '@/components/keyboard/page-command'
import { Button } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/link-button'
import { onDemand } from '@/components/ui/on-demand'
import { useNeeded } from '@/components/ui/use-needed'
import type { ViewTable } from '@/lib/views/search-params'
import type { CurrentView, ViewChoice } from './view-choice'
import { type BuiltInChoice, ViewMenu } from './view-menu'

/** What keeps and changes views: most who read a list never do. */
const viewParts = onDemand(async () => {
  const [items, dialogs, verbs] = await Promise.all([
    import('./view-items'),
    import('./view-dialogs'),
    import('./view-verbs'),
  ])
  return { ...items, ...dialogs, ...verbs }
})

interface ViewControlsProps {
  table: ViewTable
  /** What the table shows, as `viewQuery` writes it. */
  state: string
  canSave: boolean
  mayShare: boolean
  choices: readonly ViewChoice[]
  builtIn: readonly BuiltInChoice[]
  current: CurrentView | null
}

/** The menu of views; beside it, while the view in use shows something else than was saved, what can be done about that. */
export function ViewControls({ table, state, canSave, mayShare, choices, builtIn, current }: ViewControlsProps) {
  const router = useRouter()
  const [pending, start] = useTransition()
  const [asking, setAsking] = useState<'save' | 'rename'>()
  const close = () => setAsking(undefined)
  const parts = useNeeded(viewParts, asking !== undefined || current?.isChanged === true, close)
  const verbs = parts?.viewVerbs({ table, state, router, start })
  const mayChange = current !== null && (current.shared ? mayShare : current.isOwn)
  return (
    <div className="flex flex-wrap items-center gap-1.5 text-ink">
      <ViewMenu {...{ builtIn, current, pending }} needs={viewParts}>
        {parts && verbs && (
          <parts.ViewItems
            {...{ choices, builtIn, current, canSave, mayChange, mayShare, verbs }}
            onSave={() => setAsking('save')}
            onRename={() => setAsking('rename')}
          />
        )}
      </ViewMenu>
      {current?.isChanged && (
        <>
          {mayChange && canSave && (
            <Button compact tone="primary" busy={pending} onClick={() => verbs?.save(current)}>
              Save
            </Button>
          )}
          {canSave && (
            <Button compact onClick={() => setAsking('save')}>
              Save as…
            </Button>
          )}
          <LinkButton compact tone="ghost" href={current.href} prefetch={false} scroll={false}>
            Reset
          </LinkButton>
        </>
      )}
      {canSave && <PageCommand label="Save this list as a view…" run={() => setAsking('save')} />}
      {parts && verbs && (
        <parts.SaveViewDialog
          open={asking === 'save'}
          onOpenChange={close}
          {...{ table, state, mayShare }}
          onSaved={verbs.saved}
        />
      )}
      {parts && verbs && current && (
        <parts.RenameViewDialog
          open={asking === 'rename'}
          onOpenChange={close}
          view={current}
          onRenamed={(name) => verbs.renamed(current, name)}
        />
      )}
    </div>
  )
}
