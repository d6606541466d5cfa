'use client'

import { JsonViewer } from '@/components/json-viewer/json-viewer'
import type { DocumentDto } from '@/lib/connections/dto'
import { fetchMasked } from '@/lib/mask/fetch-masked'
import { termForValue } from '@/lib/query/value-term'
import { routes } from '@/lib/routes'

interface SyncConfigurationProps {
  connectionId: string
  document: DocumentDto | null
}

const LOOK = { label: 'Sync configuration', column: '"syncConfig"' }

/** How Mastra was told to sync, masked; each value leads to the connections that have the same. */
export function SyncConfiguration({ connectionId, document }: SyncConfigurationProps) {
  if (!document) return <p className="text-sm text-ink-muted">This connection has no sync configuration.</p>
  if (document.text !== null)
    return <JsonViewer {...LOOK} text={document.text} masked={document.masked} valueAction={sameValue} />
  const load = () => fetchMasked(routes.connectionSyncConfig(connectionId))
  return <JsonViewer {...LOOK} load={load} sizeBytes={document.bytes} valueAction={sameValue} />
}

function sameValue(path: readonly (string | number)[], source: string) {
  const term = termForValue('syncConfig', path, source)
  return term === null ? null : { label: 'Filter connections by this value', href: routes.connections({ q: term }) }
}
