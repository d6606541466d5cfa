'use client'

import { onDemand } from '../ui/on-demand'
import type { HelpCardProps } from './help-card'

/** The language on one card: fetched when someone comes near the button that shows it. */
export const filterHelp = onDemand(() => import('./help-card'))

/** The card; in a popover that waits for `filterHelp`. */
export function FilterHelp(props: HelpCardProps) {
  const { HelpCard } = filterHelp.now()
  return <HelpCard {...props} />
}
