'use client'

import { useLocale } from '@/components/locale'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Link } from '@/components/ui/link'
import type { ConnectionPreview } from '@/lib/batches/batch-dto'
import type { BatchDetail } from '@/lib/batches/queries'
import { formatCount } from '@/lib/format-number'
import { routes } from '@/lib/routes'
import { reasonText, subjectsOf } from './batch-words'

/** Integrations and messages that are named here; the page of the batch has them all. */
const NAMED = 3

interface ClearingDialogProps {
  /** The preview; null while there is none to be shown. */
  batch: BatchDetail | null
  busy: boolean
  onDiscard: (batchId: string) => void
  onStart: (batchId: string) => void
}

/** The preview of a clearing in short, to be started or discarded. */
export function ClearingDialog({ batch, busy, onDiscard, onStart }: ClearingDialogProps) {
  const locale = useLocale()
  if (batch?.preview?.kind !== 'connections') return null
  const { id, total, preview, verb } = batch
  const connections = formatCount(locale, total, subjectsOf(verb))
  return (
    <Dialog
      open
      onOpenChange={() => onDiscard(id)}
      title={total === 0 ? 'There is nothing to clear' : `Clear issues of ${connections}?`}
      description={
        total === 0
          ? 'None of these connections has such an issue any more.'
          : 'Only the messages that are there now are removed; new ones stay. This does not fix what caused them: a sync that fails again brings them back. You can undo it.'
      }
    >
      <div className="grid gap-4 text-sm">
        {total > 0 && <Short locale={locale} preview={preview} />}
        {preview.skipped.length > 0 && (
          <p className="text-ink-muted">
            Left out:{' '}
            {preview.skipped
              .map(
                ({ reason, count }) =>
                  `${formatCount(locale, count, subjectsOf(verb))} ${reasonText(reason, 'you looked', verb)}`,
              )
              .join(', ')}
            .
          </p>
        )}
        <div className="flex flex-wrap items-center justify-end gap-2">
          <Link href={routes.batch(id)} className="mr-auto text-accent-text hover:underline">
            Full preview
          </Link>
          <Button onClick={() => onDiscard(id)}>{total === 0 ? 'Close' : 'Cancel'}</Button>
          {total > 0 && (
            <Button tone="caution" busy={busy} onClick={() => onStart(id)}>
              Clear for {connections}
            </Button>
          )}
        </div>
      </div>
    </Dialog>
  )
}

function Short({ locale, preview }: { locale: string; preview: ConnectionPreview }) {
  const { integrations, sample, messages, keeping } = preview
  const further = integrations.length - NAMED + preview.moreIntegrations
  return (
    <>
      <p>
        {formatCount(locale, messages, { one: 'message', other: 'messages' })} of{' '}
        {integrations.slice(0, NAMED).map(({ integration, connections }, place) => (
          <span key={integration}>
            {place > 0 && ', '}
            <bdi>{integration}</bdi> ({connections.toLocaleString(locale)})
          </span>
        ))}
        {further > 0 && ` and ${formatCount(locale, further, { one: 'other', other: 'others' })}`}.
        {keeping > 0 &&
          ` Other issues of ${formatCount(locale, keeping, { one: 'connection', other: 'connections' })} stay.`}
      </p>
      <ul aria-label="A sample of the messages" className="grid gap-1.5 rounded-md border border-line bg-surface p-3">
        {sample.slice(0, NAMED).map(({ id, integration, endUser, first }) => (
          <li key={id} className="grid min-w-0">
            <span className="truncate text-xs text-ink-muted">
              <bdi>{integration}</bdi> of <bdi>{endUser || '(empty)'}</bdi>
            </span>
            <span dir="auto" className="truncate" title={first ?? undefined}>
              {first || '(empty)'}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
