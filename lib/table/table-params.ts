/** The parameters that every table has in its address: `q`, `sort`, `size`, `after`, `before`. Nouns add their own beside them. */
export const PAGE_SIZES = [25, 50, 100, 200] as const
export type PageSize = (typeof PAGE_SIZES)[number]
export const DEFAULT_PAGE_SIZE: PageSize = 50

/** Something for each page size, such as the address of the table with so many rows. */
export function bySize<Value>(make: (size: PageSize) => Value): Record<PageSize, Value> {
  return { 25: make(25), 50: make(50), 100: make(100), 200: make(200) }
}

/** What Next gives a page; a key that was repeated arrives as a list. */
export type RawParams = Record<string, string | string[] | undefined>

/** A parameter that was not understood. `message` is a sentence that names the valid values. */
export interface ParamProblem {
  parameter: string
  message: string
}

export interface TableParams {
  /** The filter expression, trimmed; empty means no filter. Its own problems are found by the filter language. */
  q: string
  /** Sort terms as text, `-createdAt,id`; checked against the fields of the noun by `parseSort`. */
  sort: string
  size: PageSize
  /** Opaque cursors; at most one of the two is set. Checked against the sort by `decodeCursor`. */
  after?: string
  before?: string
  /** Id of the view in use, or the name of one that is built in; what it shows stands in the other parameters. */
  view?: string
}

/** The single value of a parameter. A repeated one is a problem rather than a guess; an empty one counts as absent. */
export function readOne(raw: RawParams, parameter: string, problems: ParamProblem[]): string | undefined {
  const value = raw[parameter]
  if (Array.isArray(value)) {
    problems.push({ parameter, message: `The address has “${parameter}” ${value.length} times; give it once.` })
    return undefined
  }
  return value === '' ? undefined : value
}

/** One of `choices`, or `fallback` when the parameter is absent or wrong; a wrong one is reported with the valid values. */
export function readChoice<const Choice extends string>(
  raw: RawParams,
  parameter: string,
  choices: readonly Choice[],
  fallback: Choice,
  problems: ParamProblem[],
): Choice {
  const value = readOne(raw, parameter, problems)
  if (value === undefined) return fallback
  const chosen = choices.find((choice) => choice === value)
  if (chosen === undefined) {
    problems.push({ parameter, message: `“${excerpt(value)}” is not a valid ${parameter}. Use ${orList(choices)}.` })
  }
  return chosen ?? fallback
}

/** Reads the shared parameters. Problems of `q`, `sort` and the cursors' content are found by those who know the fields. */
export function readTableParams(
  raw: RawParams,
  defaults: { sort: string },
): { params: TableParams; problems: ParamProblem[] } {
  const problems: ParamProblem[] = []
  const sizes = PAGE_SIZES.map(String)
  const size = Number(readChoice(raw, 'size', sizes, String(DEFAULT_PAGE_SIZE), problems))
  const after = readOne(raw, 'after', problems)
  const before = readOne(raw, 'before', problems)
  if (after !== undefined && before !== undefined) {
    problems.push({ parameter: 'before', message: 'A page is either “after” or “before” a row; the address has both.' })
  }
  const params: TableParams = {
    q: readOne(raw, 'q', problems)?.trim() ?? '',
    sort: readOne(raw, 'sort', problems) ?? defaults.sort,
    size: PAGE_SIZES.find((known) => known === size) ?? DEFAULT_PAGE_SIZE,
    after,
    before,
    view: readOne(raw, 'view', problems),
  }
  return { params, problems }
}

/** The parameters for `routes.…(query)`, defaults left out, so that one state has one address. */
export function tableQuery(params: TableParams, defaults: { sort: string }): Record<string, string | undefined> {
  return {
    q: params.q || undefined,
    sort: params.sort === defaults.sort ? undefined : params.sort,
    size: params.size === DEFAULT_PAGE_SIZE ? undefined : String(params.size),
    view: params.view,
    after: params.after,
    before: params.before,
  }
}

/** What the address said, without `dropped`; for the link that repairs a bad parameter. Repeated keys keep their first value. */
export function withoutParams(raw: RawParams, dropped: readonly string[]): Record<string, string> {
  const kept = Object.entries(raw).filter(([key]) => !dropped.includes(key))
  return Object.fromEntries(kept.map(([key, value]) => [key, (Array.isArray(value) ? value[0] : value) ?? '']))
}

/** At most 40 characters of what was typed, so that a message stays a sentence. */
export function excerpt(value: string): string {
  return value.length > 40 ? `${value.slice(0, 39)}…` : value
}

function orList(choices: readonly string[]): string {
  const last = choices.at(-1) ?? ''
  return choices.length < 2 ? last : `${choices.slice(0, -1).join(', ')} or ${last}`
}
