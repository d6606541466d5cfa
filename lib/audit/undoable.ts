/** An audit entry as far as taking it back needs it; `before` and `after` are what the verb wrote. */
export interface UndoableEntry {
  id: string
  subjectId: string
  before: unknown
  after: unknown
}

/** Ids of subjects: those put back as they were, and those left alone because they changed since or are gone. */
export interface UndoneSubjects {
  undone: string[]
  conflicts: string[]
}
