'use client'

import { JsonViewer } from '@/components/json-viewer/json-viewer'
import { useLocale } from '@/components/locale'
import { fetchMasked } from '@/lib/mask/fetch-masked'
import { termForValue } from '@/lib/query/value-term'
import type { RecordDocument } from '@/lib/records/dto'
import { routes } from '@/lib/routes'
import { RevealValue } from '../../../masking/_components/reveal-value'

interface RecordDataProps {
  id: string
  document: RecordDocument
  timeZone: string
  /** Whether a masked value can be revealed, by whoever says why. */
  reveals?: boolean
  /** Whether a value can be changed. */
  edits?: boolean
}

/** The record's document, masked; a large one is fetched when it is wanted. Each value leads to the records that have the same. */
export function RecordData({ id, document, timeZone, reveals = false, edits = false }: RecordDataProps) {
  const maskedAction = reveals
    ? (pointer: string, seen: string) => <RevealValue subject="record" {...{ id, pointer, seen }} />
    : undefined
  const editPlace = edits ? (at: string) => routes.recordEdit(id, { at }) : undefined
  const look = {
    locale: useLocale(),
    timeZone,
    valueAction: sameValue,
    maskedAction,
    editPlace,
    remember: `record ${id}`,
  }
  if (document.kind === 'embedded') return <JsonViewer {...look} text={document.text} masked={document.masked} />
  return <JsonViewer {...look} load={() => fetchMasked(routes.recordData(id))} sizeBytes={document.bytes} />
}

function sameValue(path: readonly (string | number)[], source: string) {
  const term = termForValue('data', path, source)
  return term === null ? null : { label: 'Filter records by this value', href: routes.records({ q: term }), term }
}
