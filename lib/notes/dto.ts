/** What someone wrote. Times are ISO 8601 in UTC. */
export interface NoteRow {
  id: string
  text: string
  authorId: string
  authorEmail: string
  createdAt: string
}
