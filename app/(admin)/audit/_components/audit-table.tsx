'use client'

import type { ReactNode } from 'react'
import type { TableColumn } from '@/components/data-table/column'
import { DataTable } from '@/components/data-table/data-table'
import { RelativeTime } from '@/components/relative-time'
import { Link } from '@/components/ui/link'
import type { AuditRow } from '@/lib/audit/dto'
import { addTerm } from '@/lib/query/edit'
import { termText } from '@/lib/query/term-text'
import { routes } from '@/lib/routes'
import { EntryChanges } from './entry-changes'
import { SubjectLink } from './subject-link'
import { UndoButton } from './undo-button'

interface AuditTableProps {
  rows: AuditRow[]
  /** The filter in force, to which a press on a value adds. */
  q: string
  timeZone: string
  mayUndo: boolean
  empty: ReactNode
}

/** The trail as a table: when, who, what, to what, what changed, and the way back. */
export function AuditTable({ rows, q, timeZone, mayUndo, empty }: AuditTableProps) {
  const narrowing = (field: string, value: string, text: string = value) => (
    <Link
      href={routes.audit({ q: addTerm(q, termText(field, value)) })}
      prefetch={false}
      // As high as what is easily hit: another link may be on the next line.
      className="inline-block min-h-6 leading-6 hover:underline"
      title={`Only ${text}`}
    >
      <bdi>{text}</bdi>
    </Link>
  )
  const columns: TableColumn<AuditRow>[] = [
    { id: 'at', header: 'Time', phone: 'beside', cell: ({ at }) => <RelativeTime iso={at} timeZone={timeZone} /> },
    {
      id: 'actor',
      header: 'Who',
      phone: 'beside',
      cell: ({ actorEmail, actorRole, tokenName }) => (
        <>
          <span className="-mt-0.5 block">{narrowing('actor.email', actorEmail)}</span>
          {actorRole !== null && <span className="block text-xs text-ink-muted">{actorRole}</span>}
          {tokenName !== null && (
            <span className="block text-xs text-ink-muted">by the token {narrowing('token', tokenName)}</span>
          )}
        </>
      ),
    },
    {
      id: 'action',
      header: 'What',
      phone: 'title',
      maxWidth: '15rem',
      cell: ({ action, label, subjectType, subjectId, subjectName }) => (
        <>
          <span className="-mt-0.5 block font-medium">{narrowing('action', action, label)}</span>
          <SubjectLink type={subjectType} id={subjectId} name={subjectName} />
        </>
      ),
    },
    {
      id: 'changes',
      header: 'Before and after',
      phone: 'line',
      maxWidth: '26rem',
      cell: ({ changes }) => <EntryChanges changes={changes} />,
    },
    { id: 'undo', header: 'Undo', phone: 'line', cell: (row) => <UndoCell row={row} mayUndo={mayUndo} /> },
  ]
  return <DataTable label="Audit trail" columns={columns} rows={rows} getRowId={({ id }) => id} empty={empty} />
}

function UndoCell({ row, mayUndo }: { row: AuditRow; mayUndo: boolean }) {
  if (row.undoneBy)
    return (
      <span className="whitespace-normal break-words text-ink-muted">
        Undone by <bdi>{row.undoneBy}</bdi>
      </span>
    )
  if (row.undoable && mayUndo) return <UndoButton entryId={row.id} />
  return row.undoesId ? (
    <span className="text-ink-muted">Is an undo</span>
  ) : (
    // On a phone there is no column that would stand empty without it.
    <span className="text-ink-muted max-sm:hidden">–</span>
  )
}
