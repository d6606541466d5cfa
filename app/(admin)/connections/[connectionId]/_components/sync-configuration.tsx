'use client'

import { JsonViewer } from '@/components/json-viewer/json-viewer'
import type { DocumentDto } from '@/lib/connections/dto'
import { maskJson } from '@/lib/mask/mask-json'
import { isSecretPath } from '@/lib/mask/secret-keys'
import type { PathStep } from '@/lib/query/ast'
import { termForJson } from '@/lib/query/edit'
import { routes } from '@/lib/routes'

interface SyncConfigurationProps {
  connectionId: string
  document: DocumentDto | null
}

/** How Mastra was told to sync, masked; each value leads to the connections that have the same. */
export function SyncConfiguration({ connectionId, document }: SyncConfigurationProps) {
  if (!document) return <p className="text-sm text-ink-muted">This connection has no sync configuration.</p>
  if (document.text !== null)
    return <JsonViewer text={document.text} masked={document.masked} valueAction={sameValue} />
  return <JsonViewer load={() => load(connectionId)} sizeBytes={document.bytes} valueAction={sameValue} />
}

/** Masking what is masked changes nothing, but tells where. */
async function load(connectionId: string): Promise<{ text: string; masked: string[] }> {
  const response = await fetch(routes.connectionSyncConfig(connectionId), { cache: 'no-store' })
  const text = await response.text()
  if (!response.ok) throw new Error(response.status < 500 ? text : 'The document could not be loaded.')
  return { text, masked: maskJson(text).masked }
}

function sameValue(path: readonly (string | number)[], source: string) {
  if (isSecretPath(path.map(String))) return null
  const steps = path.map(
    (step): PathStep => (typeof step === 'number' ? { type: 'index', index: step } : { type: 'key', key: step }),
  )
  const term = termForJson([{ type: 'key', key: 'syncConfig' }, ...steps], source)
  return term === null ? null : { label: 'Filter connections by this value', href: routes.connections({ q: term }) }
}
