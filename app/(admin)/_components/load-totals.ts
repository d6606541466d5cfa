import 'server-only'
import { cache } from 'react'
import type { Actor } from '@/lib/auth/actor'
import { recordTotals } from '@/lib/overview/queries'
import type { Viewer } from '@/lib/time/viewer'

/** What each part of the overview is given. */
export interface OverviewPart {
  actor: Actor
  viewer: Viewer
}

/** The numbers of records, once per request: several parts of the overview show some of them. */
export const loadTotals = cache((actor: Actor) => recordTotals(actor))
