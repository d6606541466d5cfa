import type { Actor } from '../auth/actor'
import type { News, Watch } from './stream-schema'

/** One page that hears of what is new, as the hub knows it. */
export interface Subscriber {
  /** Who looks: what their role is not shown decides what a filter finds. */
  actor: Actor
  watch: Watch
  /** The viewer's IANA zone, by which dates in the filter are read. */
  timeZone: string
  /** Called when there is other news than before. */
  tell: (news: News) => void
}

/** What the hub remembers of a subscriber between two looks. */
export interface Listener extends Subscriber {
  /** The list that it watches, by what tells it from others; null when only rows are watched. */
  key: string | null
  fresh: number
  /** The version of the list that `fresh` was counted at. */
  counted: number
  changed: Set<string>
  byUser: boolean
  /** What it was told last, as text. */
  told: string
}
