import type { Tone } from '@/components/ui/badge'
import type { CauseState } from '@/lib/issues/dto'

export const CAUSES = { one: 'cause', other: 'causes' }

/** The state of a cause in a word. */
export const CAUSE_WORDS: Readonly<Record<CauseState, { word: string; tone: Tone }>> = {
  new: { word: 'New', tone: 'danger' },
  reopened: { word: 'Reopened', tone: 'danger' },
  ongoing: { word: 'Ongoing', tone: 'warning' },
  muted: { word: 'Muted', tone: 'neutral' },
  resolved: { word: 'Resolved', tone: 'success' },
}
