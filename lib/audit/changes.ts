import { z } from 'zod'
import { maskJson } from '../mask/mask-json'
import type { AuditChange } from './dto'

const LISTED = 5
const SHOWN_CHARACTERS = 300

const payload = z.record(z.string(), z.unknown()).nullable()

/**
 * What an entry changed, field by field, for people. `before` and `after` are JSON texts as the trail keeps them; secrets
 * by name and by form are masked here, so that nothing of them reaches a page.
 */
export function describeChanges(before: string | null, after: string | null): AuditChange[] {
  const was = read(before)
  const is = read(after)
  const fields = [...new Set([...Object.keys(was), ...Object.keys(is)])]
  return fields.flatMap((field) => {
    const change = changeOf(field, was[field], is[field])
    return change ? [change] : []
  })
}

function read(json: string | null): Record<string, unknown> {
  return json === null ? {} : (payload.parse(JSON.parse(maskJson(json).text)) ?? {})
}

function changeOf(field: string, was: unknown, is: unknown): AuditChange | null {
  if (Array.isArray(was) && Array.isArray(is)) {
    const removed = beyond(was.map(textOf), is.map(textOf))
    const added = beyond(is.map(textOf), was.map(textOf))
    const hidden = Math.max(0, removed.length - LISTED) + Math.max(0, added.length - LISTED)
    return { kind: 'list', field, removed: removed.slice(0, LISTED), added: added.slice(0, LISTED), hidden }
  }
  const change = { before: isAbsent(was) ? null : textOf(was), after: isAbsent(is) ? null : textOf(is) }
  return change.before === change.after ? null : { kind: 'value', field, ...change }
}

function isAbsent(value: unknown): boolean {
  return value === null || value === undefined
}

function textOf(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
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
