import 'server-only'
import type { Actor } from '../auth/actor'
import { formatInstant, zoneName } from '../time/format'
import type { Viewer } from '../time/viewer'

/** Someone who misses something, and how times are written for them. */
export interface Asked {
  actor: Actor
  viewer: Viewer
}

/** An instant in full, with its zone, so that it can be read out and pasted. */
export function momentText({ viewer: { timeZone, locale } }: Asked, iso: string): string {
  return `${formatInstant(iso, timeZone, locale)} ${zoneName(iso, timeZone, locale)}`
}
