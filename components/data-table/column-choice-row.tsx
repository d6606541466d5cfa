'use client'

import clsx from 'clsx'
import { ArrowDown, ArrowUp, GripVertical, Pin, PinOff } from 'lucide-react'
import { type Arranged, movedBy, withPin } from '@/lib/table/arrange'
import { Checkbox } from '../ui/checkbox'
import { IconButton } from '../ui/icon-button'
import type { KnownColumn } from './columns-window'
import type { ColumnDrag } from './use-column-drag'

interface ColumnChoiceRowProps {
  column: KnownColumn
  onToggle: () => void
  /** Where it stands among the columns that are shown; without it the column is not. */
  shown?: { columns: readonly Arranged[]; place: number; onChange: (columns: Arranged[]) => void }
  drag?: ColumnDrag
}

/** One column in the window: whether it is shown, and where. Buttons do what dragging does. */
export function ColumnChoiceRow({ column: { name, label, detail }, onToggle, shown, drag }: ColumnChoiceRowProps) {
  const isPinned = shown?.columns[shown.place]?.pinned === true
  return (
    <li
      {...drag?.source(name)}
      {...drag?.target(name)}
      className={clsx(
        'flex min-h-9 items-center gap-2 border-b border-line px-2 last:border-0',
        drag?.isTarget(name) && 'shadow-[inset_0_2px_0_var(--accent)]',
      )}
    >
      <GripVertical
        aria-hidden
        className={clsx('size-4 shrink-0 text-ink-muted', shown ? 'cursor-grab' : 'invisible')}
      />
      <Checkbox label={`Show ${label}`} checked={shown !== undefined} onChange={onToggle} />
      <span className="min-w-0 flex-1 truncate text-sm" title={detail ?? label}>
        {label}
        {detail && <span className="ml-2 font-mono text-xs text-ink-muted">{detail}</span>}
      </span>
      {shown && (
        <span className="flex shrink-0">
          {shown.place > 0 && (
            <IconButton
              icon={isPinned ? PinOff : Pin}
              label={isPinned ? `Unpin ${label}` : `Pin ${label} on the left`}
              tooltip={false}
              className={isPinned ? 'text-accent-text' : undefined}
              onClick={() => shown.onChange(withPin(shown.columns, name, !isPinned))}
            />
          )}
          <IconButton
            icon={ArrowUp}
            label={`Move ${label} up`}
            tooltip={false}
            aria-disabled={shown.place === 0}
            className={shown.place === 0 ? 'opacity-40' : undefined}
            onClick={() => shown.onChange(movedBy(shown.columns, name, -1))}
          />
          <IconButton
            icon={ArrowDown}
            label={`Move ${label} down`}
            tooltip={false}
            aria-disabled={shown.place === shown.columns.length - 1}
            className={shown.place === shown.columns.length - 1 ? 'opacity-40' : undefined}
            onClick={() => shown.onChange(movedBy(shown.columns, name, 1))}
          />
        </span>
      )}
    </li>
  )
}
