'use client'

import { ActionButton } from '@/components/action-button'
import { RelativeTime } from '@/components/relative-time'
import type { ExportRow } from '@/lib/exports/manifest-dto'
import { routes } from '@/lib/routes'
import { cancelExportAction } from '../actions'

/** The file of an export that is made in the background: on its way, to be fetched, or gone. */
export function ExportFile({
  row: { id, state, kept },
  now,
  timeZone,
}: {
  row: ExportRow
  now: number
  timeZone: string
}) {
  if (!kept) return <span className="text-ink-muted">Downloaded at once</span>
  if (state === 'running')
    return (
      <ActionButton
        compact
        action={(key) => cancelExportAction({ id }, key)}
        outcome={() => ({ message: 'The export was cancelled.' })}
      >
        Cancel
      </ActionButton>
    )
  if (state === 'broken' || !kept.until) return <span className="text-ink-muted">None</span>
  if (Date.parse(kept.until) <= now) return <span className="text-ink-muted">Deleted</span>
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <a href={routes.exportFile(id)} download className="py-0.5 text-accent-text hover:underline">
        Download
      </a>
      <ActionButton
        compact
        action={(key) => cancelExportAction({ id }, key)}
        outcome={() => ({ message: 'The file was deleted.' })}
        confirmation={{
          title: 'Delete this file?',
          text: 'It can no longer be downloaded. The export stays in this list with its proof.',
          confirm: 'Delete file',
          danger: true,
        }}
      >
        Delete file
      </ActionButton>
      <span className="text-ink-muted">
        Will be deleted <RelativeTime iso={kept.until} timeZone={timeZone} now={now} />
      </span>
    </span>
  )
}
