'use client'

import { useId } from 'react'
import { Dialog } from '../ui/dialog'
import { choosePreference, usePreference } from '../ui/use-preference'
import { Keys } from './keys'
import { byGroup } from './match'
import type { RegisteredShortcut } from './registry'

interface ShortcutsDialogProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  shortcuts: readonly RegisteredShortcut[]
}

/** Every shortcut of the page in one list, and the switch that turns them off: who speaks to their computer would fire them by talking. */
export function ShortcutsDialog({ open, onOpenChange, shortcuts }: ShortcutsDialogProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Keyboard shortcuts"
      description="They work anywhere on the page, but not while you type."
    >
      <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
        {byGroup(shortcuts).map(([group, members]) => (
          <Group key={group} title={group} shortcuts={members} />
        ))}
      </div>
      <div className="mt-5 border-t border-line pt-4">
        <Switch />
      </div>
    </Dialog>
  )
}

function Group({ title, shortcuts }: { title: string; shortcuts: readonly RegisteredShortcut[] }) {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="mb-1.5 text-xs font-medium text-ink-muted">
        {title}
      </h3>
      <ul className="grid gap-1.5">
        {shortcuts.map(({ keys, label }) => (
          <li key={keys} className="flex items-center justify-between gap-3 text-sm">
            {label}
            <Keys keys={keys} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Switch() {
  const shortcuts = usePreference('shortcuts')
  return (
    <label className="flex min-h-6 items-center gap-2.5 text-sm">
      <input
        type="checkbox"
        className="size-4 accent-accent"
        checked={shortcuts === 'on'}
        onChange={(event) => choosePreference('shortcuts', event.target.checked ? 'on' : 'off')}
      />
      Use keyboard shortcuts in this browser
    </label>
  )
}
