import { type ExactJson, type ExactObject, sameExact } from './exact-json'

/** One value that differs between two documents: where, by the keys that lead there, what it was and what it is; null is none. */
export interface KeyChange {
  path: readonly string[]
  from: ExactJson | null
  to: ExactJson | null
}

const EMPTY: ExactObject = { kind: 'object', members: new Map() }

/**
 * What leads from one document to another, key by key: objects are compared inside, lists are whole values, because no one can say
 * which of two people's third item is meant. No path begins with another one.
 */
export function changesBetween(from: ExactJson, to: ExactJson, path: readonly string[] = []): KeyChange[] {
  if (from.kind !== 'object' || to.kind !== 'object') return sameExact(from, to) ? [] : [{ path, from, to }]
  const keys = new Set([...from.members.keys(), ...to.members.keys()])
  return [...keys].flatMap((key) => {
    const [was, is] = [from.members.get(key) ?? null, to.members.get(key) ?? null]
    if (was && is) return changesBetween(was, is, [...path, key])
    return [{ path: [...path, key], from: was, to: is }]
  })
}

/** The same changes the other way round. */
export function inverse(changes: readonly KeyChange[]): KeyChange[] {
  return changes.map(({ path, from, to }) => ({ path, from: to, to: from }))
}

export interface Merged {
  json: ExactJson
  /** Those that were not made, because what they change is neither as it was nor as it should become. */
  collisions: KeyChange[]
}

/**
 * Makes the changes in a document that may have gone on since: each where its key still holds what it held, none where another value
 * has come. So two who change different keys both get what they wanted, in whichever order.
 */
export function applyChanges(json: ExactJson, changes: readonly KeyChange[]): Merged {
  const collisions: KeyChange[] = []
  let merged = json
  for (const change of changes) {
    const here = valueAt(merged, change.path)
    if (sameExact(here, change.to)) continue
    if (sameExact(here, change.from) && holdsKeyOf(merged, change.path))
      merged = withValue(merged, change.path, change.to)
    else collisions.push(change)
  }
  return { json: merged, collisions }
}

/** The value that the keys lead to; null where there is none. */
export function valueAt(json: ExactJson, path: readonly string[]): ExactJson | null {
  let here: ExactJson | null = json
  for (const key of path) here = here?.kind === 'object' ? (here.members.get(key) ?? null) : null
  return here
}

function holdsKeyOf(json: ExactJson, path: readonly string[]): boolean {
  return path.length === 0 || valueAt(json, path.slice(0, -1))?.kind === 'object'
}

/** The document with that value there, objects made on the way where there are none; null takes the key away. */
export function withValue(json: ExactJson, path: readonly string[], value: ExactJson | null): ExactJson {
  const [key, ...rest] = path
  if (key === undefined) return value ?? EMPTY
  const members = new Map(json.kind === 'object' ? json.members : [])
  const member = rest.length === 0 ? value : withValue(members.get(key) ?? EMPTY, rest, value)
  if (member === null) members.delete(key)
  else members.set(key, member)
  return { kind: 'object', members }
}

/**
 * The two sides of changes as documents that hold nothing else. `changesBetween` of the two gives the changes back: the objects on the
 * way to a key stand on both sides, also where one side lacks the key.
 */
export function sidesOf(changes: readonly KeyChange[]): { from: ExactJson; to: ExactJson } {
  const side = (pick: (change: KeyChange) => ExactJson | null) =>
    changes.reduce<ExactJson>((json, change) => withValue(json, change.path, pick(change)), EMPTY)
  return { from: side(({ from }) => from), to: side(({ to }) => to) }
}
