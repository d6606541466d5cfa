'use client'

import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react'
import { hasCommandKey } from '../keyboard/modifier'
import { OVERLAY } from '../ui/dialog-parts'
import { useFocusReturn } from '../ui/focus-return'
import { IconButton } from '../ui/icon-button'
import { PaletteField } from './palette-field'
import { itemsOf, type PaletteGroup, type PaletteItem, placeAfter } from './palette-items'
import { PaletteList, paletteOptionId } from './palette-list'

interface PaletteWindowProps<Item extends PaletteItem> {
  onClose: () => void
  text: string
  onText: (text: string) => void
  groups: readonly PaletteGroup<Item>[]
  certain?: string
  busy: boolean
  scope?: { label: string; onLeave: () => void }
  /** Tab: only items of this one's kind. */
  onNarrow: (item: Item) => void
  onTake: (item: Item, inNewTab: boolean) => void
  /** Enter before there is anything to take. */
  onEnter: () => void
  /** Above the list: kinds to narrow to. */
  kinds?: ReactNode
  /** Below the list: what was looked for and where. */
  notes?: ReactNode
  /** What a screen reader hears once the list is whole. */
  status: string
}

/** A window in which one types and everything answers: on a phone it fills the screen. It is open while it is there. */
export function PaletteWindow<Item extends PaletteItem>(props: PaletteWindowProps<Item>) {
  const { onClose, text, onText, groups, certain, busy, scope, kinds, notes, status } = props
  const giveFocusBack = useFocusReturn(true)
  const listId = useId()
  const items = itemsOf(groups)
  const [chosen, setChosen] = useState({ text, id: '' })
  const isKept = chosen.text === text && items.some(({ id }) => id === chosen.id)
  const active = isKept ? items.find(({ id }) => id === chosen.id) : items[0]

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey
    const next = isPlain ? placeAfter(event.key, active ? items.indexOf(active) : -1, items.length) : null
    if (next !== null) setChosen({ text, id: items[next]?.id ?? '' })
    else if (event.key === 'Enter' && active && (isKept || !busy || certain))
      props.onTake(active, event.ctrlKey || event.metaKey)
    else if (event.key === 'Enter') props.onEnter()
    else if (event.key === 'Tab' && isPlain && active && !scope) props.onNarrow(active)
    else if (event.key === 'Backspace' && text === '' && scope) scope.onLeave()
    else return
    event.preventDefault()
  }

  return (
    <Radix.Root open onOpenChange={(open) => open || onClose()}>
      <Radix.Portal>
        <Radix.Overlay className={OVERLAY} />
        <Radix.Content
          aria-describedby={undefined}
          onCloseAutoFocus={giveFocusBack}
          className="fixed top-[12dvh] left-1/2 z-50 flex max-h-[76dvh] w-[min(42rem,calc(100vw-2rem))] -translate-x-1/2 animate-appear flex-col overflow-hidden rounded-lg border border-line bg-raised shadow-raised outline-none max-md:inset-0 max-md:h-dvh max-md:max-h-none max-md:w-full max-md:translate-none max-md:rounded-none max-md:border-0"
        >
          <Radix.Title className="sr-only">Search</Radix.Title>
          <div className="flex shrink-0 items-center gap-2 border-b border-line px-3.5 focus-within:border-accent">
            <PaletteField
              listId={listId}
              text={text}
              onText={onText}
              onKeyDown={onKeyDown}
              activeId={active && paletteOptionId(listId, active.id)}
              isOpen={items.length > 0}
              busy={busy}
              scope={scope}
            />
            <Radix.Close asChild>
              <IconButton icon={X} label="Close" tooltip={false} />
            </Radix.Close>
          </div>
          {kinds}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys */}
          <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-1.5" tabIndex={0}>
            {items.length > 0 && (
              <PaletteList
                id={listId}
                label="What was found"
                groups={groups}
                active={active?.id}
                certain={certain}
                onTake={props.onTake}
              />
            )}
            {notes}
          </div>
          <p role="status" className="sr-only">
            {status}
          </p>
          <PaletteHints />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

/** Which keys there are; a phone has none of them. */
function PaletteHints() {
  const hints = [
    ['↑↓', 'move'],
    ['Enter', 'open'],
    [hasCommandKey() ? '⌘ Enter' : 'Ctrl Enter', 'in a new tab'],
    ['Tab', 'only this kind'],
    ['Esc', 'close'],
  ]
  return (
    <ul className="flex shrink-0 flex-wrap gap-x-4 gap-y-1 border-t border-line px-3.5 py-2 text-xs text-ink-muted max-md:hidden">
      {hints.map(([keys, what]) => (
        <li key={keys} className="flex items-center gap-1.5">
          <kbd className="font-mono text-ink">{keys}</kbd>
          {what}
        </li>
      ))}
    </ul>
  )
}
