/** Where on the overview a step stands: above what it explains. */
export type TourPlace = 'start' | 'questions' | 'attention' | 'integrations' | 'activity'

interface TourStep {
  place: TourPlace
  title: string
  text: string
}

/** The tour, down the page. */
export const TOUR: readonly TourStep[] = [
  {
    place: 'start',
    title: 'Welcome to Mastra Admin',
    text: 'Mastra syncs what your end users keep in HubSpot, GitHub and the like into your Postgres. Here you find it, see why something is missing, and mend it. Look around: changes stand in the audit trail, and can be undone.',
  },
  {
    place: 'questions',
    title: 'Bring a question',
    text: 'Whatever you were sent, an id, an e-mail or an end user’s reference, paste it into Search: it is on every page, and on Ctrl K or ⌘K. If something cannot be found, “Why can’t I see it?” names the step that lost it. The questions below are about what is in this database.',
  },
  {
    place: 'attention',
    title: 'What needs someone now',
    text: 'The newest first, each with whom it concerns, since when, and the one thing to do next. Issues of many connections that say the same thing stand here once, as a cause, and are cleared together.',
  },
  {
    place: 'integrations',
    title: 'How each integration is doing',
    text: 'Connections that fail, and those that have fallen silent beyond their own habit without an issue. Each number leads to the list that it counts.',
  },
  {
    place: 'activity',
    title: 'Nothing is done unseen',
    text: 'Every change made here, by whom and when, and the way back where there is one. What is secret stays masked for everyone, and each role sees only the buttons it may press.',
  },
]

/** The step that the address asks for, from 1 on; null for none, and for what is no step. */
export function tourStep(asked: string | string[] | undefined): number | null {
  const step = typeof asked === 'string' && /^\d$/.test(asked) ? Number(asked) : 0
  return step >= 1 && step <= TOUR.length ? step : null
}
