/** A column as it stands among others. */
export interface Arranged {
  name: string
  width?: number
  /** Stays in sight with those before it; the first one does in any case. */
  pinned?: boolean
}

/** As a table shows them: what is pinned comes first, each group in its own order. */
export function inShownOrder<Column extends Arranged>(columns: readonly Column[]): Column[] {
  const isPinned = (column: Column, place: number) => place === 0 || column.pinned === true
  return [...columns.filter(isPinned), ...columns.filter((column, place) => !isPinned(column, place))]
}

/** One place to the left (-1) or right (1); it joins or leaves the pinned ones where it passes one of the others. */
export function movedBy<Column extends Arranged>(columns: readonly Column[], name: string, by: -1 | 1): Column[] {
  const place = columns.findIndex((column) => column.name === name)
  const other = columns[place + by]
  const moving = columns[place]
  if (!other || !moving) return [...columns]
  const changed = [...columns]
  changed[place] = other
  changed[place + by] = { ...moving, pinned: other.pinned }
  return inShownOrder(changed)
}

/** Directly before another, in whose group it then is; at the end for null. */
export function movedBefore<Column extends Arranged>(
  columns: readonly Column[],
  name: string,
  before: string | null,
): Column[] {
  const moving = columns.find((column) => column.name === name)
  const others = columns.filter((column) => column.name !== name)
  const place = before === null ? others.length : others.findIndex((column) => column.name === before)
  if (!moving || place < 0) return [...columns]
  const pinned = place > 0 && others[place]?.pinned === true ? true : undefined
  return inShownOrder([...others.slice(0, place), { ...moving, pinned }, ...others.slice(place)])
}

/** With the column pinned behind those that are, or no longer pinned. */
export function withPin<Column extends Arranged>(columns: readonly Column[], name: string, pinned: boolean): Column[] {
  return inShownOrder(
    columns.map((column) => (column.name === name ? { ...column, pinned: pinned || undefined } : column)),
  )
}

/** With the column that wide; as wide as usual for null. */
export function withWidth<Column extends Arranged>(
  columns: readonly Column[],
  name: string,
  width: number | null,
): Column[] {
  return columns.map((column) => (column.name === name ? { ...column, width: width ?? undefined } : column))
}

export function without<Column extends Arranged>(columns: readonly Column[], name: string): Column[] {
  return columns.filter((column) => column.name !== name)
}
