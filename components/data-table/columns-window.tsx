'use client'

import { type ReactNode, useState } from 'react'
import { type Arranged, inShownOrder, movedBefore } from '@/lib/table/arrange'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { AddColumn, type AddColumnProps } from './add-column'
import { ColumnChoiceRow } from './column-choice-row'
import { useColumnDrag } from './use-column-drag'

/** What a column is called, for choosing it. */
export interface KnownColumn {
  name: string
  label: string
  /** What tells it from others of the same label, such as where its values are. */
  detail?: string
}

export interface ColumnsWindowProps extends Pick<AddColumnProps, 'read' | 'suggestions'> {
  open: boolean
  onOpenChange: (open: boolean) => void
  /** Every column that there is, those shown among them. */
  known: readonly KnownColumn[]
  /** As they are shown now. */
  shown: readonly Arranged[]
  /** Names of the columns that are shown unless told otherwise, in their order. */
  usual: readonly string[]
  onApply: (columns: Arranged[]) => void
  children?: ReactNode
}

/** Which columns are shown, in which order, and which stay in sight. Nothing happens to the table before *Apply*. */
export function ColumnsWindow({ open, onOpenChange, ...choosing }: ColumnsWindowProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Columns"
      description="Those ticked are shown, in this order. The first column and pinned ones stay in sight."
      sheet
    >
      <Choosing onDone={() => onOpenChange(false)} {...choosing} />
    </Dialog>
  )
}

/** Begins anew whenever the window opens. */
function Choosing({
  known,
  shown,
  usual,
  onApply,
  onDone,
  read,
  suggestions,
}: Omit<ColumnsWindowProps, 'open' | 'onOpenChange'> & { onDone: () => void }) {
  const [columns, setColumns] = useState<Arranged[]>([...shown])
  const [added, setAdded] = useState<KnownColumn[]>([])
  const all = [...known, ...added]
  const order = useColumnDrag((name, before) => setColumns(movedBefore(columns, name, before)))
  const names = columns.map(({ name }) => name)
  const nameOf = (name: string) => all.find((column) => column.name === name) ?? { name, label: name }
  const hidden = all.filter(({ name }) => !names.includes(name))
  const show = (name: string) => setColumns(inShownOrder([...columns, { name }]))
  return (
    <div className="grid gap-4">
      <ul aria-label="Columns shown" className="grid max-h-[45dvh] overflow-y-auto rounded-md border border-line">
        {columns.map((column, place) => (
          <ColumnChoiceRow
            key={column.name}
            column={nameOf(column.name)}
            drag={order}
            shown={{ columns, place, onChange: setColumns }}
            onToggle={() => setColumns(columns.filter(({ name }) => name !== column.name))}
          />
        ))}
        {hidden.map((column) => (
          <ColumnChoiceRow key={column.name} column={column} onToggle={() => show(column.name)} />
        ))}
      </ul>
      <AddColumn
        suggestions={suggestions.filter((name) => !names.includes(name))}
        read={read}
        onAdd={(column) => {
          if (!all.some(({ name }) => name === column.name)) setAdded([...added, column])
          if (!names.includes(column.name)) show(column.name)
        }}
      />
      <div className="flex flex-wrap justify-end gap-2">
        <Button className="mr-auto" onClick={() => setColumns(usual.map((name) => ({ name })))}>
          Usual columns
        </Button>
        <Button onClick={onDone}>Cancel</Button>
        <Button
          tone="primary"
          disabled={columns.length === 0}
          onClick={() => {
            onApply(columns)
            onDone()
          }}
        >
          Apply
        </Button>
      </div>
    </div>
  )
}
