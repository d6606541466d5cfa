import { formatCount } from '../format-number'

/** What can be said of a connection from its own row, and why; never more than the row shows. */
export interface ConnectionState {
  word: 'Has issues' | 'No issues' | 'Unknown'
  tone: 'danger' | 'success' | 'neutral'
  sentence: string
}

/**
 * Mastra replaces `issues` when a sync fails and does not reliably write `lastSyncAt`: no issues and no time of a sync is
 * therefore unknown, neither healthy nor never synced.
 */
export function connectionState(
  locale: string,
  connection: { issueCount: number; lastSyncAt: string | null },
): ConnectionState {
  const { issueCount, lastSyncAt } = connection
  if (issueCount > 0)
    return {
      word: 'Has issues',
      tone: 'danger',
      sentence: `${formatCount(locale, issueCount, { one: 'issue is', other: 'issues are' })} recorded. A failing sync replaces them with its own.`,
    }
  if (lastSyncAt !== null) return { word: 'No issues', tone: 'success', sentence: 'A sync is recorded, and no issues.' }
  return {
    word: 'Unknown',
    tone: 'neutral',
    sentence: 'No issue and no sync time is recorded. Mastra does not always record it, so this does not mean never.',
  }
}
