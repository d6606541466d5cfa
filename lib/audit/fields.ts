import { ROLES } from '../auth/permissions'
import type { FieldDefinition } from '../query/fields'
import type { SortableField } from '../table/sort'
import { AUDIT_ACTIONS, SUBJECT_TYPES } from './actions'

/** What a filter can ask of the trail. The keys of `fields-sql.ts` are these names. */
export const AUDIT_FIELDS: readonly FieldDefinition[] = [
  { name: 'action', label: 'Action', kind: 'enum', values: Object.keys(AUDIT_ACTIONS) },
  { name: 'at', label: 'Time', kind: 'date' },
  { name: 'actor.email', label: 'Who', kind: 'text', description: 'The e-mail that the user had then' },
  { name: 'actor.role', label: 'Role', kind: 'enum', values: ROLES, description: 'The role that the user had then' },
  { name: 'token', label: 'Token', kind: 'text', description: 'The name of the token by which a script did it' },
  {
    name: 'subject.type',
    label: 'Kind of subject',
    kind: 'enum',
    values: SUBJECT_TYPES,
  },
  { name: 'subject.id', label: 'Subject id', kind: 'text', match: 'exact' },
  { name: 'correlation', label: 'Done together', kind: 'text', match: 'exact', description: 'What one click did' },
  { name: 'undone', label: 'Undone', kind: 'boolean' },
  { name: 'id', label: 'Entry id', kind: 'text', match: 'exact' },
]

/** Ids of entries carry their time, so the trail in the order of ids is the trail in the order of time. */
export const AUDIT_SORTS: readonly SortableField[] = [{ name: 'id', label: 'Time', nullable: false }]
