'use client'

import { JsonViewer } from '@/components/json-viewer/json-viewer'
import { fetchMasked } from '@/lib/mask/fetch-masked'
import { termForValue } from '@/lib/query/value-term'
import type { RecordDocument } from '@/lib/records/dto'
import { routes } from '@/lib/routes'

/** The record's document, masked; a large one is fetched when it is wanted. Each value leads to the records that have the same. */
export function RecordData({ id, document }: { id: string; document: RecordDocument }) {
  if (document.kind === 'embedded')
    return <JsonViewer text={document.text} masked={document.masked} valueAction={sameValue} />
  return (
    <JsonViewer load={() => fetchMasked(routes.recordData(id))} sizeBytes={document.bytes} valueAction={sameValue} />
  )
}

function sameValue(path: readonly (string | number)[], source: string) {
  const term = termForValue('data', path, source)
  return term === null ? null : { label: 'Filter records by this value', href: routes.records({ q: term }) }
}
