'use client'

import { useState } from 'react'
import { PageCommand } from '@/components/keyboard/page-command'
import { Button } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/link-button'
import type { ViewTable } from '@/lib/views/search-params'
import { useViewVerbs } from './use-view-verbs'
import type { CurrentView, ViewChoice } from './view-choice'
import { RenameViewDialog, SaveViewDialog } from './view-dialogs'
import { type BuiltInChoice, ViewMenu } from './view-menu'

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
  const [asking, setAsking] = useState<'save' | 'rename'>()
  const verbs = useViewVerbs(table, state)
  const close = () => setAsking(undefined)
  const mayChange = current !== null && (current.shared ? mayShare : current.isOwn)
  return (
    <div className="flex flex-wrap items-center gap-1.5 text-ink">
      <ViewMenu
        {...{ choices, builtIn, current, canSave, mayChange, mayShare, verbs }}
        onSave={() => setAsking('save')}
        onRename={() => setAsking('rename')}
      />
      {current?.isChanged && (
        <>
          {mayChange && canSave && (
            <Button compact tone="primary" busy={verbs.pending} onClick={() => verbs.save(current)}>
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
      <SaveViewDialog
        open={asking === 'save'}
        onOpenChange={close}
        {...{ table, state, mayShare }}
        onSaved={verbs.saved}
      />
      {current && (
        <RenameViewDialog
          open={asking === 'rename'}
          onOpenChange={close}
          view={current}
          onRenamed={(name) => verbs.renamed(current, name)}
        />
      )}
    </div>
  )
}
