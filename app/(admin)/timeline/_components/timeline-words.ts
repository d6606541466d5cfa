import type { Mark } from '@/components/charts/timeline-mark'
import type { TimelineEntry, TimelineKind } from '@/lib/timeline/dto'

export const KIND_WORDS: Record<TimelineKind | 'all', string> = {
  all: 'All',
  sync: 'Syncs',
  issue: 'Issues',
  action: 'Actions',
  note: 'Notes',
  health: 'Health',
}

/** How an entry is marked. */
export const MARK_OF: Record<TimelineEntry['what'], Mark> = {
  connected: 'begun',
  changed: 'changed',
  synced: 'changed',
  entity: 'begun',
  'entity-changed': 'changed',
  created: 'changed',
  got: 'ended',
  went: 'done',
  action: 'done',
  batch: 'done',
  note: 'begun',
  health: 'changed',
}
