import type { PaletteGroup } from '@/components/palette/palette-items'
import { Alert } from '@/components/ui/alert'
import { Link } from '@/components/ui/link'
import { routes } from '@/lib/routes'
import type { Typed } from '@/lib/search/typed'
import type { Item } from './found-item'

interface PaletteNotesProps {
  typed: Typed
  groups: readonly PaletteGroup<Item>[]
  failed: boolean
  /** Whether all of it has come. */
  isWhole: boolean
  /** What someone who may build the index on words does when they go there; undefined where it is not missing, or is not for them. */
  onBuild?: () => void
}

/** What was looked for and where, as far as that was not everything, or found nothing. */
export function PaletteNotes({ typed, groups, failed, isWhole, onBuild }: PaletteNotesProps) {
  const notes = [...new Set(groups.flatMap(({ note }) => note ?? []))]
  const isEmpty = !groups.some(({ id, items }) => id !== 'why' && items.length > 0)
  if (typed.kind === 'unanswerable')
    return <p className="px-2.5 py-6 text-center text-sm text-ink-muted">{typed.why}</p>
  return (
    <div className="grid gap-1.5 px-2.5 py-2 text-xs text-ink-muted empty:hidden">
      {failed && (
        <Alert tone="danger" title="The search was interrupted.">
          There may be more than what is shown. Keep typing to try again.
        </Alert>
      )}
      {isWhole && !failed && isEmpty && typed.kind === 'text' && (
        <p className="text-sm">
          Nothing was found for <bdi className="font-medium text-ink">{typed.text.slice(0, 80)}</bdi> among pages and
          commands, ids and external ids of records, their data, connections, end users, causes and views.
        </p>
      )}
      {/^https?:\/\//i.test(typed.kind === 'text' ? typed.text : '') && (
        <p>This address belongs to another site. It is searched for as text and not opened.</p>
      )}
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {onBuild && (
        <p>
          With the index on words all of them would be searched.{' '}
          <Link href={routes.database()} onClick={onBuild} className="text-accent-text underline">
            Build it under Database
          </Link>
        </p>
      )}
    </div>
  )
}
