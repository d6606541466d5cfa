'use client'

import { Eraser } from 'lucide-react'
import { undoAction } from '@/app/(admin)/audit/actions'
import { ActionButton } from '@/components/action-button'
import { useLocale } from '@/components/locale'
import { LongText } from '@/components/long-text'
import { NumberText } from '@/components/number-text'
import { Section } from '@/components/ui/section'
import type { IssueDto } from '@/lib/connections/dto'
import { formatNumber } from '@/lib/format-number'
import { clearIssuesAction } from '../../actions'
import { describeClearing } from './clearing-sentence'

interface ConnectionIssuesProps {
  connectionId: string
  issues: IssueDto[]
  /** How many issues the connection has; more than `issues` holds when there are very many. */
  total: number
  mayClear: boolean
}

/** The messages as Mastra keeps them, each with the way to clear it. What is cleared is what stands here, whatever came since. */
export function ConnectionIssues({ connectionId, issues, total, mayClear }: ConnectionIssuesProps) {
  const locale = useLocale()
  const shown = issues.length
  const clear = (cleared: IssueDto[]) => {
    const seen = cleared.map(({ key }) => key)
    return {
      action: (key: string) => clearIssuesAction({ connectionId, seen }, key),
      outcome: (value: Parameters<typeof describeClearing>[1] & { correlationId: string }) => ({
        ...describeClearing(locale, value, total - seen.length),
        undo:
          value.cleared.length > 0
            ? (key: string) => undoAction({ correlationId: value.correlationId }, key)
            : undefined,
      }),
    }
  }
  return (
    <Section
      title="Issues"
      flush
      note={total > 0 && <NumberText value={total} />}
      actions={
        mayClear &&
        issues.length > 0 && (
          <ActionButton
            compact
            tone="caution"
            {...clear(issues)}
            confirmation={{
              title: `Clear ${shown === 1 ? 'the issue' : `all ${formatNumber(locale, shown)} issues`}?`,
              text: 'Only the messages on this page are removed; newer ones stay. You can undo it.',
              confirm: 'Clear all issues',
            }}
          >
            Clear all issues
          </ActionButton>
        )
      }
    >
      {issues.length === 0 ? (
        <p className="p-4 text-sm text-ink-muted">No issues are recorded for this connection.</p>
      ) : (
        <ul>
          {issues.map((issue) => (
            <li
              key={`${issue.key} ${issue.position}`}
              className="flex flex-wrap items-start gap-3 border-b border-line px-4 py-2.5 last:border-b-0"
            >
              <div className="min-w-0 flex-1 basis-64 text-sm">
                <LongText text={issue.message ?? '(empty)'} />
                {issue.truncated && <p className="text-xs text-ink-muted">Only the beginning is shown.</p>}
              </div>
              {mayClear && (
                <ActionButton
                  compact
                  hint="Removes this message from the connection. You can undo it."
                  {...clear([issue])}
                >
                  <Eraser aria-hidden />
                  Clear issue
                </ActionButton>
              )}
            </li>
          ))}
        </ul>
      )}
      {total > shown && (
        <p className="border-t border-line px-4 py-2.5 text-sm text-ink-muted">
          <NumberText value={total - shown} /> more are not shown. They appear when these are cleared.
        </p>
      )}
    </Section>
  )
}
