'use client'

import { useState } from 'react'
import { flushSync } from 'react-dom'
import { keepDraft, useKeptDraft } from '@/components/kept-draft'
import { type ExactJson, parseExact, printExact } from '@/lib/json/exact-json'
import { type KeyChange, withValue } from '@/lib/json/merge'
import { isSecretPath } from '@/lib/mask/secret-keys'
import type { Draft } from './use-draft'

const NAME = 'record'

interface KeptChange {
  path: string[]
  from: string | null
  to: string | null
}

interface KeptChanges {
  /** Keeps what the draft changes for the page after a reload, and says so at once, so that nothing asks whether to leave. */
  keep: () => void
  /** Whether all that was changed so far is kept. */
  isKept: boolean
  /** What to tell of a draft that was filled in again; null for none. */
  notice: string | null
}

/**
 * A record's draft outlives the reload of a page that was outdated. What the record held when it was written stays what the change is
 * compared with, so that another's change meanwhile is a conflict here too. What stands under the key of a secret is not kept.
 */
export function useKeptChanges(draft: Draft): KeptChanges {
  const [kept, setKept] = useState<ExactJson | null>(null)
  const [notice, setNotice] = useState<string | null>(null)
  useKeptDraft(NAME, (found) => {
    const { changes, left } = read(found)
    const side = (pick: (change: KeyChange) => ExactJson | null) =>
      changes.reduce((json, change) => withValue(json, change.path, pick(change)), draft.base)
    if (changes.length > 0)
      draft.rebase(
        side(({ from }) => from),
        side(({ to }) => to),
      )
    if (changes.length > 0 || left) setNotice(left ? PARTLY : WHOLLY)
  })
  const keep = () => {
    const changes = draft.changes.filter((change) => !holdsSecret(change))
    const asText = changes.map(({ path, from, to }) => ({ path, from: textOf(from), to: textOf(to) }))
    const fits = keepDraft(NAME, { changes: asText, left: changes.length < draft.changes.length })
    if (fits) flushSync(() => setKept(draft.json))
  }
  return { keep, isKept: kept === draft.json, notice }
}

const WHOLLY = 'What you had changed before the page was reloaded is filled in again. It is not saved yet.'
const PARTLY =
  'What you had changed before the page was reloaded is filled in again, except for secrets, which a browser does not keep. It is not saved yet.'

/** Whether a key on the way, or within what is written, is one of a secret. */
function holdsSecret({ path, from, to }: KeyChange): boolean {
  return isSecretPath(path) || [from, to].some((value) => value !== null && hasSecretKey(value))
}

function hasSecretKey(json: ExactJson): boolean {
  if (json.kind === 'leaf') return false
  if (json.kind === 'list') return json.items.some(hasSecretKey)
  return [...json.members].some(([key, value]) => isSecretPath([key]) || hasSecretKey(value))
}

function textOf(value: ExactJson | null): string | null {
  return value && printExact(value)
}

/** Another version of the app may have kept it otherwise: then there is nothing to fill in. */
function read(found: unknown): { changes: KeyChange[]; left: boolean } {
  if (!isRecord(found) || !Array.isArray(found.changes)) return { changes: [], left: false }
  const changes = found.changes.filter(isKeptChange).map(({ path, from, to }) => ({
    path,
    from: from === null ? null : parseExact(from),
    to: to === null ? null : parseExact(to),
  }))
  return { changes, left: found.left === true }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function isKeptChange(value: unknown): value is KeptChange {
  return (
    isRecord(value) &&
    Array.isArray(value.path) &&
    value.path.every((key) => typeof key === 'string') &&
    [value.from, value.to].every((text) => text === null || typeof text === 'string')
  )
}
