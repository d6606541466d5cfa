import type { RegisteredShortcut } from './registry'

export interface Match {
  /** What to do now. */
  fire?: RegisteredShortcut
  /** The first key of shortcuts of two, when this was one; empty otherwise. */
  pending: string
}

/** What a key means after `pending`. A shortcut of one key wins over waiting for a second one. */
export function matchKey(shortcuts: readonly RegisteredShortcut[], pending: string, key: string): Match {
  const typed = pending === '' ? key : `${pending} ${key}`
  const fire = shortcuts.findLast((shortcut) => shortcut.keys === typed && shortcut.run)
  if (fire) return { fire, pending: '' }
  if (pending !== '') return matchKey(shortcuts, '', key)
  return { pending: continuations(shortcuts, key).length > 0 ? key : '' }
}

/** The shortcuts that a second key after `pending` would fire. */
export function continuations(shortcuts: readonly RegisteredShortcut[], pending: string): RegisteredShortcut[] {
  if (pending === '') return []
  return shortcuts.filter(({ keys, run }) => run && keys.startsWith(`${pending} `))
}

/** Each pair of keys once, under its heading, in the order of registration; of several with the same keys the last. What has no keys is no shortcut. */
export function byGroup(shortcuts: readonly RegisteredShortcut[]): [string, RegisteredShortcut[]][] {
  const groups = new Map<string, Map<string, RegisteredShortcut>>()
  for (const shortcut of shortcuts) {
    if (shortcut.keys === '') continue
    const group = groups.get(shortcut.group) ?? new Map<string, RegisteredShortcut>()
    groups.set(shortcut.group, group.set(shortcut.keys, shortcut))
  }
  return [...groups].map(([name, group]) => [name, [...group.values()]])
}
