import type { LucideIcon } from 'lucide-react'
import type { SpriteName } from '../ui/sprite-icon'

/** Something that can be opened or done. */
export interface PaletteItem {
  /** Unique in the whole list. */
  id: string
  title: string
  detail?: string
  /** A word that must not be missed: deleted, has issues. */
  state?: string
  icon: LucideIcon | SpriteName
  /** The shortcut that does the same. */
  keys?: string
}

/** Items of one kind under its name. `note` says what was not looked at. */
export interface PaletteGroup<Item extends PaletteItem = PaletteItem> {
  id: string
  label: string
  items: readonly Item[]
  note?: string
}

/** The items in the order in which they stand. */
export function itemsOf<Item extends PaletteItem>(groups: readonly PaletteGroup<Item>[]): Item[] {
  return groups.flatMap(({ items }) => items)
}

/** Where a key leads from the active item: one on or back, around the ends, or to an end; null when it is no key of the list. */
export function placeAfter(key: string, place: number, count: number): number | null {
  if (count === 0) return null
  switch (key) {
    case 'ArrowDown':
      return (place + 1) % count
    case 'ArrowUp':
      return (place + count - (place < 0 ? 0 : 1)) % count
    case 'PageDown':
      return Math.min(count - 1, place + 8)
    case 'PageUp':
      return Math.max(0, place - 8)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}
