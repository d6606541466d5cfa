import { type ParamProblem, type RawParams, readChoice, readOne } from '../table/table-params'
import { TIMELINE_KINDS, type TimelineKind } from './dto'

export interface TimelineSearch {
  kind: TimelineKind | 'all'
  after?: string
}

/** What the address of a timeline asks for. With a problem, nothing may be shown. */
export function readTimelineSearch(raw: RawParams): { search: TimelineSearch; problems: ParamProblem[] } {
  const problems: ParamProblem[] = []
  const kind = readChoice(raw, 'kind', ['all', ...TIMELINE_KINDS], 'all', problems)
  return { search: { kind, after: readOne(raw, 'after', problems) }, problems }
}

/** The query of a timeline's address, the default left out. */
export function timelineQuery({ kind, after }: TimelineSearch): Record<string, string | undefined> {
  return { kind: kind === 'all' ? undefined : kind, after }
}
