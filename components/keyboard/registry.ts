/** What keys do. `keys` are `event.key` values, one or two after each other: `?`, `j`, `g r`; empty for what only the search window offers. */
export interface Shortcut {
  keys: string
  /** Begins with a verb: "Go to the filter". */
  label: string
  /** The heading it stands under in the list of all. */
  group: string
}

export interface RegisteredShortcut extends Shortcut {
  /** Absent where a widget hears its own keys while it has the focus: such a shortcut is listed here and not fired. */
  run?: () => void
}

let registered: readonly RegisteredShortcut[] = []
const listeners = new Set<() => void>()

function replace(next: readonly RegisteredShortcut[]): void {
  registered = next
  for (const listener of listeners) listener()
}

/** Puts a shortcut in force and returns how to take it away again. Of two with the same keys the later one counts. */
export function register(shortcut: RegisteredShortcut): () => void {
  replace([...registered, shortcut])
  return () => replace(registered.filter((other) => other !== shortcut))
}

/** All shortcuts in force, the same array until one comes or goes. */
export function registeredShortcuts(): readonly RegisteredShortcut[] {
  return registered
}

export function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
