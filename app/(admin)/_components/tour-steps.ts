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
    text: 'Mastra syncs what your end users keep in HubSpot, GitHub and similar tools into your Postgres. Here you can find it, see why something is missing, and fix it. Look around freely: changes are kept in the audit trail, and can be undone.',
  },
  {
    place: 'questions',
    title: 'Bring a question',
    text: 'Paste whatever you were sent, be it an id, an e-mail or an end user’s reference, into Search. It is on every page: press Ctrl K or ⌘K. If something cannot be found, “Why can’t I see it?” shows where it was lost. The questions below are about what is in this database.',
  },
  {
    place: 'attention',
    title: 'What needs attention now',
    text: 'Newest first, each with who is affected, since when, and what to do next. Issues that say the same on many connections are listed once, as a cause, and can be cleared together.',
  },
  {
    place: 'integrations',
    title: 'How each integration is doing',
    text: 'Connections that fail, and those that have gone quieter than usual without an issue. Each number links to the list behind it.',
  },
  {
    place: 'activity',
    title: 'Everything leaves a trace',
    text: 'Every change made here, by whom and when, with Undo where it can be undone. Secrets stay masked for everyone, and each role sees only the buttons it may use.',
  },
]

/** The step that the address asks for, from 1 on; null for none, and for what is no step. */
export function tourStep(asked: string | string[] | undefined): number | null {
  const step = typeof asked === 'string' && /^\d$/.test(asked) ? Number(asked) : 0
  return step >= 1 && step <= TOUR.length ? step : null
}
