/** What kind of event a mark stands for, told by its shape as well as by its colour. */
export type Mark = 'begun' | 'changed' | 'done' | 'ended'

// Borders are what is left of a shape when the system chooses the colours.
export const MARKS: Record<Mark, string> = {
  begun: 'size-2.5 rounded-full border-2 border-accent',
  changed: 'size-2.5 rounded-full border-5 border-ink-muted',
  done: 'size-2.5 rotate-45 rounded-xs border-5 border-accent',
  ended: 'size-2.5 rounded-xs border-5 border-danger',
}
