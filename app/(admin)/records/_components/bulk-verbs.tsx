'use client'

import { Ellipsis, RotateCcw, Trash2 } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { prepareBatchAction } from '@/app/(admin)/batches/actions'
import { announceFailure } from '@/components/action-button'
import { attempt } from '@/components/attempt'
import { Button } from '@/components/ui/button'
import { Menu, MenuItem, MenuLabel } from '@/components/ui/menu'
import { BATCH_VERBS, type RecordVerb, verbText } from '@/lib/batches/verbs-schema'
import { MOST_AT_ONCE } from '@/lib/records/dto'
import { ENRICHMENT_STATUSES } from '@/lib/records/fields'
import type { RecordSearch } from '@/lib/records/search-query'
import { routes } from '@/lib/routes'

interface BulkVerbsProps {
  /** Those that the person may use. */
  verbs: readonly RecordVerb[]
  selected: readonly { id: string; deletedAt: string | null }[]
  /** The list, when all of it is meant and not what was ticked. */
  search: RecordSearch | null
  /** When the list was drawn, which is what *now* in its filter means; ISO 8601. */
  now: string
  timeZone: string
}

/** What is shown before it is done: every verb over a whole list or many records, and those that have no button of their own. */
export function BulkVerbs({ verbs, selected, search, now, timeZone }: BulkVerbsProps) {
  const router = useRouter()
  const [pending, start] = useTransition()
  const isMany = search !== null || selected.length > MOST_AT_ONCE
  const prepare = (verb: RecordVerb, value?: (typeof ENRICHMENT_STATUSES)[number]) =>
    start(async () => {
      const over = search
        ? { kind: 'matching' as const, q: search.q, state: search.state, text: search.text, now, timeZone }
        : { kind: 'selection' as const, records: selected.map(({ id, deletedAt }) => ({ id, deletedAt })) }
      const result = await attempt((key) => prepareBatchAction({ verb, value, over }, key))
      if (result.ok) router.push(routes.batch(result.value.batchId))
      else announceFailure(result)
    })
  const offered = (verb: RecordVerb) => verbs.includes(verb)
  return (
    <>
      {isMany && offered('soft-delete') && search?.state !== 'deleted' && (
        <Button compact tone="caution" busy={pending} onClick={() => prepare('soft-delete')}>
          <Trash2 aria-hidden />
          {BATCH_VERBS['soft-delete'].label}…
        </Button>
      )}
      {isMany && offered('restore') && search?.state !== 'live' && (
        <Button compact busy={pending} onClick={() => prepare('restore')}>
          <RotateCcw aria-hidden />
          {BATCH_VERBS.restore.label}…
        </Button>
      )}
      <Menu
        align="start"
        trigger={
          <Button compact busy={pending}>
            <Ellipsis aria-hidden />
            More
          </Button>
        }
      >
        <MenuLabel>You see a preview first</MenuLabel>
        {(['archive', 'unarchive'] as const).filter(offered).map((verb) => (
          <MenuItem key={verb} onSelect={() => prepare(verb)}>
            {BATCH_VERBS[verb].label}…
          </MenuItem>
        ))}
        {offered('set-enrichment') &&
          ENRICHMENT_STATUSES.map((status) => (
            <MenuItem key={status} onSelect={() => prepare('set-enrichment', status)}>
              {verbText('set-enrichment', status)}…
            </MenuItem>
          ))}
      </Menu>
    </>
  )
}
