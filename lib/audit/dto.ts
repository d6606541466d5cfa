import type { SubjectType } from './actions'

/** Most entries that are taken back at once, in one transaction; more of them are the work of a batch. */
export const MOST_UNDONE = 1_000

/** One field that changed, as text for people, secrets masked. Null is a value that was not there. */
export type AuditChange =
  | { kind: 'value'; field: string; before: string | null; after: string | null }
  /** A list, by what left it and what came; `hidden` counts those beyond the first few. */
  | { kind: 'list'; field: string; removed: string[]; added: string[]; hidden: number }
  | { kind: 'tooLarge'; field: string }
  /** So many more fields changed than are listed. */
  | { kind: 'more'; field: string; count: number }

/** One entry of the trail. `at` is ISO 8601 in UTC. */
export interface AuditRow {
  id: string
  at: string
  actorEmail: string
  /** As it was then; null for who had not signed in. */
  actorRole: string | null
  /** The name of the token by which a script did it as them; null for what they did themselves. */
  tokenName: string | null
  action: string
  /** The action in words. */
  label: string
  subjectType: SubjectType
  subjectId: string
  /** What people call the subject: the e-mail address of a user while they are there, or the name that the entry itself has. */
  subjectName: string | null
  changes: AuditChange[]
  correlationId: string
  /** The entry that this one took back. */
  undoesId: string | null
  /** Who took this one back. */
  undoneBy: string | null
  /** Whether it can be taken back: of a kind that can, by whoever reads it, and not yet done. */
  undoable: boolean
}
