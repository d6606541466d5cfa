import { formatCount } from '../format-number'

/** What can be said of a connection from its own row, and why; never more than the row shows. */
export interface ConnectionState {
  word: string
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
      // Their number: what they mean is for its health to say, which stands on the same page.
      word: formatCount(locale, issueCount, { one: 'issue', other: 'issues' }),
      tone: 'danger',
      sentence: `A failing sync replaces ${issueCount === 1 ? 'it' : 'them'} with its own.`,
    }
  if (lastSyncAt !== null) return { word: 'No issues', tone: 'success', sentence: 'A sync is recorded, and no issues.' }
  return {
    word: 'Unknown',
    tone: 'neutral',
    sentence: 'No issue and no sync time is recorded. Mastra does not always record it, so this does not mean never.',
  }
}
