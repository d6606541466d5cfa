'use client'

import { CornerDownLeft } from 'lucide-react'
import { type MouseEvent, useEffect, useRef } from 'react'
import { Keys } from '../keyboard/keys'
import { Badge } from '../ui/badge'
import { SpriteIcon } from '../ui/sprite-icon'
import type { PaletteGroup, PaletteItem } from './palette-items'

interface PaletteListProps<Item extends PaletteItem> {
  id: string
  label: string
  groups: readonly PaletteGroup<Item>[]
  /** The id of the active item. */
  active: string | undefined
  /** The id of the one that was certainly meant: Enter opens it. */
  certain?: string
  onTake: (item: Item, inNewTab: boolean) => void
}

/** What was found, group by group; the focus stays in the field, which names the active item. */
export function PaletteList<Item extends PaletteItem>({
  id,
  label,
  groups,
  active,
  certain,
  onTake,
}: PaletteListProps<Item>) {
  const list = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another active item is another place to scroll to
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    <div ref={list} id={id} role="listbox" aria-label={label} className="grid grid-cols-[minmax(0,1fr)] gap-2">
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand in a listbox
        <div key={group.id} role="group" aria-label={group.label} className="min-w-0">
          <div aria-hidden className="px-2.5 pt-1 pb-1 text-xs font-medium text-ink-muted">
            {group.label}
          </div>
          {group.items.map((item) => (
            <Option
              key={item.id}
              id={paletteOptionId(id, item.id)}
              item={item}
              isActive={item.id === active}
              isCertain={item.id === certain}
              onTake={onTake}
            />
          ))}
        </div>
      ))}
    </div>
  )
}

interface OptionProps<Item extends PaletteItem> {
  id: string
  item: Item
  isActive: boolean
  isCertain: boolean
  onTake: (item: Item, inNewTab: boolean) => void
}

function Option<Item extends PaletteItem>({ id, item, isActive, isCertain, onTake }: OptionProps<Item>) {
  const { icon: Icon, title, detail, state, keys } = item
  const take = (event: MouseEvent) => onTake(item, event.ctrlKey || event.metaKey || event.button === 1)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard by the field, which keeps the focus
    // biome-ignore lint/a11y/useFocusableInteractive: the field names the active item instead (aria-activedescendant)
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      data-highlighted={isActive || undefined}
      // A press must not take the focus from the field.
      onPointerDown={(event) => event.preventDefault()}
      onClick={take}
      onAuxClick={(event) => event.button === 1 && take(event)}
      className="flex min-h-9 cursor-pointer items-center gap-2.5 rounded-md px-2.5 py-1.5 text-sm hover:bg-hover data-highlighted:bg-accent-soft pointer-coarse:min-h-12 forced-colors:data-highlighted:outline"
    >
      {typeof Icon === 'string' ? (
        <SpriteIcon name={Icon} className="size-4 shrink-0 text-ink-muted" />
      ) : (
        <Icon aria-hidden className="size-4 shrink-0 text-ink-muted" />
      )}
      <span className="flex min-w-0 flex-1 flex-col sm:flex-row sm:items-baseline sm:gap-2.5">
        <span className="min-w-0 truncate sm:max-w-[70%] sm:shrink-0">
          <bdi>{title}</bdi>
        </span>
        {detail && (
          <span className="min-w-0 truncate text-xs text-ink-muted">
            <bdi>{detail}</bdi>
          </span>
        )}
      </span>
      {state && <Badge tone="warning">{state}</Badge>}
      {keys && !isCertain && <Keys keys={keys} />}
      {isCertain && (
        <span className="flex shrink-0 items-center gap-1 text-xs font-medium text-accent-text">
          <CornerDownLeft aria-hidden className="size-3.5" />
          Enter opens it
        </span>
      )}
    </div>
  )
}

/** The id of an item in the document, for `aria-activedescendant`. */
export function paletteOptionId(listId: string, itemId: string): string {
  return `${listId}-${itemId.replace(/[^\w-]/g, (character) => `_${character.codePointAt(0)?.toString(36)}`)}`
}
