'use client'

import { JsonViewer } from '@/components/json-viewer/json-viewer'
import { maskJson } from '@/lib/mask/mask-json'
import { MASK } from '@/lib/mask/mask-message'
import { isSecretPath } from '@/lib/mask/secret-keys'
import type { PathStep } from '@/lib/query/ast'
import { termForJson } from '@/lib/query/edit'
import type { RecordDocument } from '@/lib/records/dto'
import { routes } from '@/lib/routes'

/** The record's document, masked; a large one is fetched when it is wanted. Each value leads to the records that have the same. */
export function RecordData({ id, document }: { id: string; document: RecordDocument }) {
  if (document.kind === 'embedded')
    return <JsonViewer text={document.text} masked={document.masked} valueAction={sameValue} />
  return <JsonViewer load={() => loadDocument(id)} sizeBytes={document.bytes} valueAction={sameValue} />
}

/** Masking what is masked changes nothing, but tells where; so the pointers need not travel beside a document of megabytes. */
async function loadDocument(id: string): Promise<{ text: string; masked: string[] }> {
  const response = await fetch(routes.recordData(id), { cache: 'no-store' })
  const text = await response.text()
  if (!response.ok) throw new Error(response.status < 500 ? text : 'The document could not be loaded.')
  return { text, masked: maskJson(text).masked }
}

/** Null where a filter could find nothing: on what is masked, on objects and lists. */
function sameValue(path: readonly (string | number)[], source: string) {
  if (isSecretPath(path.map(String)) || source.includes(MASK)) return null
  const steps = path.map(
    (step): PathStep => (typeof step === 'number' ? { type: 'index', index: step } : { type: 'key', key: step }),
  )
  const term = termForJson([{ type: 'key', key: 'data' }, ...steps], source)
  return term === null ? null : { label: 'Filter records by this value', href: routes.records({ q: term }) }
}
