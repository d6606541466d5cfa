/** A trigger that is on Mastra's tables, or could be. `partial` is one that someone took away in part, or switched off. */
export interface TriggerRow {
  name: 'issues'
  table: string
  helps: string
  price: string
  state: 'absent' | 'partial' | 'present'
}
