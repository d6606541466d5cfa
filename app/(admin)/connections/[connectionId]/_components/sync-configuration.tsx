'use client'

import { JsonViewer } from '@/components/json-viewer/json-viewer'
import { useLocale } from '@/components/locale'
import type { DocumentDto } from '@/lib/connections/dto'
import { fetchMasked } from '@/lib/mask/fetch-masked'
import { termForValue } from '@/lib/query/value-term'
import { routes } from '@/lib/routes'
import { RevealValue } from '../../../masking/_components/reveal-value'

interface SyncConfigurationProps {
  connectionId: string
  document: DocumentDto | null
  timeZone: string
  /** Whether a masked value can be revealed, by whoever says why. */
  reveals?: boolean
}

/** How Mastra was told to sync, masked; each value leads to the connections that have the same. */
export function SyncConfiguration({ connectionId, document, timeZone, reveals = false }: SyncConfigurationProps) {
  const look = {
    label: 'Sync configuration',
    column: '"syncConfig"',
    locale: useLocale(),
    timeZone,
    valueAction: sameValue,
    maskedAction: reveals
      ? (pointer: string, seen: string) => <RevealValue subject="connection" id={connectionId} {...{ pointer, seen }} />
      : undefined,
    remember: `connection ${connectionId}`,
  }
  if (!document) return <p className="p-4 text-sm text-ink-muted">This connection has no sync configuration.</p>
  if (document.text !== null) return <JsonViewer {...look} text={document.text} masked={document.masked} />
  const load = () => fetchMasked(routes.connectionSyncConfig(connectionId))
  return <JsonViewer {...look} load={load} sizeBytes={document.bytes} />
}

function sameValue(path: readonly (string | number)[], source: string) {
  const term = termForValue('syncConfig', path, source)
  return term === null
    ? null
    : { label: 'Filter connections by this value', href: routes.connections({ q: term }), term }
}
