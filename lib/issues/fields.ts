import type { FieldDefinition } from '../query/fields'
import type { SortableField } from '../table/sort'
import { CAUSE_STATES } from './dto'

/** What a filter can ask of a cause. The keys of `fields-sql.ts` are these names. */
export const CAUSE_FIELDS: readonly FieldDefinition[] = [
  { name: 'title', label: 'Cause', kind: 'text', match: 'contains' },
  { name: 'state', label: 'State', kind: 'enum', values: CAUSE_STATES },
  { name: 'kind', label: 'Kind', kind: 'text', description: 'What it is about, such as "rate limit"' },
  { name: 'integration', label: 'Integration', kind: 'textArray', match: 'insensitive' },
  { name: 'connections', label: 'Connections', kind: 'number', description: 'How many have it now' },
  { name: 'customer', label: 'End user', kind: 'text', description: 'Who has it now, by your reference' },
  { name: 'assignee', label: 'Assigned to', kind: 'text' },
  { name: 'ticket', label: 'Ticket', kind: 'text', match: 'contains' },
  { name: 'appearedAt', label: 'Last seen to appear', kind: 'date' },
  { name: 'firstSeenAt', label: 'First seen', kind: 'date' },
  { name: 'id', label: 'Id', kind: 'text', match: 'exact' },
]

export const CAUSE_SORTS = [
  { name: 'appearedAt', label: 'Last appeared', nullable: false },
  { name: 'connections', label: 'Connections', nullable: false },
  { name: 'firstSeenAt', label: 'First seen', nullable: false },
  { name: 'title', label: 'Cause', nullable: false },
  { name: 'id', label: 'Id', nullable: false },
] as const satisfies readonly SortableField[]
