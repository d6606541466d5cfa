'use client'

import { useRouter } from 'next/navigation'
import { undoAction } from '@/app/(admin)/audit/actions'
import { ActionButton } from '@/components/action-button'
import { useLocale } from '@/components/locale'
import { formatCount } from '@/lib/format-number'
import type { TwinComparison } from '@/lib/records/twins-dto'
import { routes } from '@/lib/routes'
import { keepTwinAction } from '../../actions'

/** Keeps one of the twins, as they are on the page; leads to it once the others are deleted. */
export function KeepTwin({ group, keep }: { group: TwinComparison; keep: string }) {
  const locale = useLocale()
  const router = useRouter()
  const { externalId, entityId, records } = group
  const seen = records.map(({ id, version }) => ({ id, version }))
  return (
    <ActionButton
      tone="caution"
      compact
      hint={`Keeps ${keep} and soft-deletes the others.`}
      action={async (key) => {
        const result = await keepTwinAction({ externalId, entityId, keep, seen }, key)
        // What was refused because it has changed is shown as it is now.
        if (!result.ok) router.refresh()
        return result
      }}
      onSuccess={() => router.push(routes.record(keep))}
      outcome={({ changed, correlationId }) => ({
        message: `Kept this one and soft-deleted ${formatCount(locale, changed.length, { one: 'twin', other: 'twins' })}.`,
        undo: (key) => undoAction({ correlationId }, key),
      })}
    >
      Keep this one
    </ActionButton>
  )
}
