import { type ExactJson, parseExact, plainExact, sameExact } from '../json/exact-json'
import { changesBetween, type KeyChange, valueAt } from '../json/merge'
import type { Masker } from '../mask/policy'
import type { AuditChange } from './dto'

const LISTED = 5
const SHOWN_CHARACTERS = 300
const SHOWN_FIELDS = 20

/**
 * What an entry changed, field by field and below an object key by key, for people. `before` and `after` are JSON texts as the trail
 * keeps them; what the person may not see is masked here, so that nothing of it reaches a page.
 */
export function describeChanges(mask: Masker, before: string | null, after: string | null): AuditChange[] {
  const [was, is] = [parseExact(before ?? '{}'), parseExact(after ?? '{}')]
  // What differs is found in the values themselves, as two masks look the same; what is shown is their masked form.
  const [shownWas, shownIs] = [masked(mask, before), masked(mask, after)]
  const changes = changesBetween(was, is).flatMap((change) => changeOf(change, shownWas, shownIs))
  if (changes.length <= SHOWN_FIELDS) return changes
  return [...changes.slice(0, SHOWN_FIELDS), { kind: 'more', field: 'more', count: changes.length - SHOWN_FIELDS }]
}

function masked(mask: Masker, json: string | null): ExactJson {
  return parseExact(mask.json(json ?? '{}').text)
}

function changeOf({ path, from, to }: KeyChange, shownWas: ExactJson, shownIs: ExactJson): AuditChange[] {
  const field = path.join('.')
  const [was, is] = [valueAt(shownWas, path), valueAt(shownIs, path)]
  if (was?.kind === 'list' && is?.kind === 'list') {
    const removed = beyond(was.items.map(textOf), is.items.map(textOf))
    const added = beyond(is.items.map(textOf), was.items.map(textOf))
    const hidden = Math.max(0, removed.length - LISTED) + Math.max(0, added.length - LISTED)
    if (removed.length + added.length > 0)
      return [{ kind: 'list', field, removed: removed.slice(0, LISTED), added: added.slice(0, LISTED), hidden }]
  }
  if (isNothing(from) && isNothing(to)) return []
  return [
    { kind: 'value', field, before: isNothing(was) ? null : textOf(was), after: isNothing(is) ? null : textOf(is) },
  ]
}

function isNothing(value: ExactJson | null): value is null {
  return value === null || sameExact(value, { kind: 'leaf', source: 'null' })
}

function textOf(value: ExactJson): string {
  const text = plainExact(value)
  return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS - 1)}…` : text
}

/** What `list` has beyond `other`, copies counted. */
function beyond(list: readonly string[], other: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const item of other) counts.set(item, (counts.get(item) ?? 0) + 1)
  return list.filter((item) => {
    const count = counts.get(item) ?? 0
    counts.set(item, Math.max(0, count - 1))
    return count === 0
  })
}
