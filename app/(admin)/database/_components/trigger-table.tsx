'use client'

import { ActionButton } from '@/components/action-button'
import type { TableColumn } from '@/components/data-table/column'
import { DataTable } from '@/components/data-table/data-table'
import { EmptyState } from '@/components/empty-state'
import { Badge } from '@/components/ui/badge'
import type { TriggerRow } from '@/lib/triggers/dto'
import { addTriggerAction, dropTriggerAction } from '../actions'
import { OwnerCommand } from './owner-command'

const STATES = {
  absent: { word: 'Not added', tone: 'neutral' },
  partial: { word: 'Incomplete', tone: 'danger' },
  present: { word: 'Added', tone: 'success' },
} as const

const COLUMNS: readonly TableColumn<TriggerRow>[] = [
  {
    id: 'name',
    header: 'Trigger',
    phone: 'title',
    cell: ({ name }) => <span className="font-mono text-xs">{name}</span>,
  },
  {
    id: 'state',
    header: 'State',
    cell: ({ state }) => (
      <Badge calm={state !== 'partial'} tone={STATES[state].tone}>
        {STATES[state].word}
      </Badge>
    ),
  },
  { id: 'table', header: 'Table', cell: ({ table }) => table },
  {
    id: 'helps',
    header: 'What it helps, and what it costs',
    maxWidth: '34rem',
    phone: 'line',
    cell: ({ helps, price }) => (
      <span className="block whitespace-normal">
        {helps} <span className="text-ink-muted">{price}</span>
      </span>
    ),
  },
]

/** Every trigger that could be on Mastra's tables, with the way to add or drop it, or the command where only the owner may. */
export function TriggerTable({ triggers, owned }: { triggers: readonly TriggerRow[]; owned: boolean }) {
  const Verbs = owned ? TriggerVerbs : OwnerVerbs
  return (
    <DataTable
      label="Triggers that help"
      columns={[
        ...COLUMNS,
        { id: 'verbs', header: 'Actions', align: 'right', cell: (trigger) => <Verbs trigger={trigger} /> },
      ]}
      rows={triggers}
      getRowId={({ name }) => name}
      empty={<EmptyState title="No trigger is known to help" />}
    />
  )
}

function OwnerVerbs({ trigger: { name, state } }: { trigger: TriggerRow }) {
  return (
    <span className="inline-flex">
      {state !== 'present' && <OwnerCommand verb="add" command={`db trigger add ${name}`} />}
      {state !== 'absent' && <OwnerCommand verb="drop" command={`db trigger drop ${name}`} />}
    </span>
  )
}

function TriggerVerbs({ trigger: { name, state, helps, price } }: { trigger: TriggerRow }) {
  return (
    <span className="inline-flex flex-wrap gap-2">
      {state !== 'present' && (
        <ActionButton
          compact
          action={(key) => addTriggerAction({ name }, key)}
          outcome={() => ({ message: `Added the trigger ${name}.` })}
          confirmation={{
            title: `Add the trigger ${name}?`,
            text: (
              <>
                <p>{helps}</p>
                <p className="mt-2">What it costs Mastra’s writes: {price}</p>
              </>
            ),
            confirm: 'Add',
          }}
        >
          {state === 'partial' ? 'Repair' : 'Add'}
        </ActionButton>
      )}
      {state !== 'absent' && (
        <ActionButton
          compact
          tone="caution"
          action={(key) => dropTriggerAction({ name }, key)}
          outcome={() => ({ message: `Dropped the trigger ${name}.` })}
          confirmation={{
            title: `Drop the trigger ${name}?`,
            text: 'Mastra’s table is then as it was, and the app checks for changes once a minute. The trigger can be added again at any time.',
            confirm: 'Drop',
            danger: true,
          }}
        >
          Drop
        </ActionButton>
      )}
    </span>
  )
}
