import { idFromSegment } from '../id-from-segment'

/** Things that have a page of their own and that a person comes back to. */
export const PLACE_KINDS = ['record', 'connection', 'customer', 'cause', 'batch', 'view', 'page', 'command'] as const
export type PlaceKind = (typeof PLACE_KINDS)[number]

/** `key` is the id or reference of the thing; of a page its path, of a command its name. */
export interface Place {
  kind: PlaceKind
  key: string
}

const ROOTS: readonly [string, PlaceKind][] = [
  ['records', 'record'],
  ['connections', 'connection'],
  ['customers', 'customer'],
  ['issues', 'cause'],
  ['batches', 'batch'],
  ['views', 'view'],
]
/** What stands where an id would and is none. */
const PAGES_BELOW = new Set(['/records/import', '/records/twins', '/records/new'])

/** The thing that the page at this path is about, or the page itself. Paths of data come out as pages: nobody opens them. */
export function placeOf(path: string): Place {
  const pathname = path.split(/[?#]/, 1)[0] ?? ''
  const [, root = '', segment = ''] = pathname.split('/')
  const kind = ROOTS.find(([name]) => name === root)?.[1]
  const key = idFromSegment(segment)
  if (!kind || key === '' || PAGES_BELOW.has(`/${root}/${segment}`)) return { kind: 'page', key: pathname }
  return { kind, key }
}
