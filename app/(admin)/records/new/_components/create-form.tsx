'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { KeptNotice } from '@/app/(admin)/_components/kept-notice'
import { undoAction } from '@/app/(admin)/audit/actions'
import { announceOutcome } from '@/components/action-button'
import { attempt } from '@/components/attempt'
import { Refusal, type Refused, refusalOf } from '@/components/refusal'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/link-button'
import { plainExact, printExact, textLeaf } from '@/lib/json/exact-json'
import { valueAt } from '@/lib/json/merge'
import { holdsMask } from '@/lib/mask/masked-values'
import type { EntityToFill } from '@/lib/records/edit-dto'
import { ENRICHMENTS, isTooMuch, NO_DATA, STATUSES } from '@/lib/records/edit-dto'
import { routes } from '@/lib/routes'
import { DraftFields } from '../../_components/draft-fields'
import { type Draft, useDraft } from '../../_components/use-draft'
import { useKeptChanges } from '../../_components/use-kept-changes'
import { useLeaveGuard } from '../../_components/use-leave-guard'
import { createRecordAction } from '../../actions'
import { TwinWarning } from './twin-warning'

const EMPTY = {
  kind: 'object',
  members: new Map([
    ['data', NO_DATA],
    ['externalId', { kind: 'leaf', source: 'null' }],
    ['status', textLeaf('ACTIVE')],
    ['enrichmentStatus', textLeaf('UNAPPLIED')],
  ]),
} as const

/** A record that is not there yet: the same fields as those of one that is edited. */
export function CreateForm({ entity }: { entity: EntityToFill }) {
  const router = useRouter()
  const draft = useDraft(EMPTY)
  const [pending, start] = useTransition()
  const [refused, setRefused] = useState<Refused | null>(null)
  const [twins, setTwins] = useState<string[]>([])
  const [made, setMade] = useState(false)
  const isInvalid = draft.problem !== null || draft.invalid.size > 0 || holdsMask(draft.json)
  const tooMuch = isTooMuch(inputOf(draft))
  const { keep, isKept, notice } = useKeptChanges(draft)
  const guard = useLeaveGuard(!made && !isKept && (draft.changes.length > 0 || draft.problem !== null))
  const create = (besideTwins: boolean) =>
    start(async () => {
      setRefused(null)
      const result = await attempt((key) =>
        createRecordAction({ entityId: entity.id, besideTwins, ...inputOf(draft) }, key),
      )
      if (!result.ok) {
        setTwins([])
        setRefused(refusalOf(result, keep))
      } else if (result.value.kind === 'twins') setTwins(result.value.ids)
      else {
        const { id, correlationId } = result.value
        setMade(true)
        announceOutcome({ message: 'Created the record.', undo: (key) => undoAction({ correlationId }, key) })
        router.push(routes.record(id))
      }
    })
  return (
    <div className="grid gap-4">
      <KeptNotice notice={notice} />
      <Refusal refused={refused} keep={keep} />
      {tooMuch && (
        <Alert tone="warning" title="This is too much to save at once. Start with less, and add the rest by editing." />
      )}
      <DraftFields draft={draft} properties={entity.properties} />
      <div className="flex flex-wrap items-center justify-end gap-2">
        <LinkButton href={routes.connection(entity.connection)}>Cancel</LinkButton>
        <Button tone="primary" busy={pending} disabled={isInvalid || tooMuch} onClick={() => create(false)}>
          Create record
        </Button>
      </div>
      {twins.length > 0 && (
        <TwinWarning ids={twins} pending={pending} onClose={() => setTwins([])} onCreate={() => create(true)} />
      )}
      {guard}
    </div>
  )
}

function inputOf({ json }: Draft) {
  const externalId = valueAt(json, ['externalId'])
  const text = (field: string) => plainExact(valueAt(json, [field]) ?? textLeaf(''))
  return {
    data: printExact(valueAt(json, ['data']) ?? NO_DATA),
    externalId: externalId && printExact(externalId) !== 'null' ? plainExact(externalId) : null,
    status: STATUSES.find((known) => known === text('status')) ?? 'ACTIVE',
    enrichmentStatus: ENRICHMENTS.find((known) => known === text('enrichmentStatus')) ?? 'UNAPPLIED',
  }
}
