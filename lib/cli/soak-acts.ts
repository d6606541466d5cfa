import { randomInt } from 'node:crypto'
import type { Role } from '../auth/permissions'
import { routes } from '../routes'
import { ABSENT_WORD, RARE_WORD } from './bench-data'

/** What people do, with how often each happens among a hundred. Only some may do `verb`: for the others it is a page more. */
export const ACTS = {
  list: 26,
  filter: 16,
  record: 18,
  connection: 8,
  overview: 6,
  search: 8,
  count: 3,
  stream: 6,
  verb: 4,
  'left export': 2,
  'left page': 2,
  'large document': 1,
} as const
export type ActName = keyof typeof ACTS

/** One thing that a person does. */
export type Act =
  | { name: ActName; how: 'get'; path: string }
  /** Listens for so many milliseconds and goes away. */
  | { name: ActName; how: 'listen'; path: string; milliseconds: number }
  /** Goes away once so many bytes are there; where `stands` says so after having taken none for so many milliseconds. */
  | { name: ActName; how: 'leave'; path: string; bytes: number; stands: number }
  /** Soft-deletes the record and takes it back. */
  | { name: ActName; how: 'change'; id: string }

/** What there is to look at. */
export interface Places {
  records: readonly string[]
  /** Records whose documents have 5 MB. */
  large: readonly string[]
  connections: readonly string[]
  emails: readonly string[]
  /** The mark of a moment, as pages have it, for who listens. */
  mark: string
}

/** Numbers from 0 to 1 of a seed: the same seed gives the same people (mulberry32, public domain). */
export function dice(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const CHANGING: readonly Role[] = ['OPERATOR', 'ADMIN']

/** The next thing that someone of this role does; the same numbers choose the same. */
export function nextAct(roll: () => number, role: Role, places: Places): Act {
  const name = choose(roll)
  return actOf(name === 'verb' && !CHANGING.includes(role) ? 'list' : name, roll, places)
}

/** Spread as `ACTS` says. */
function choose(roll: () => number): ActName {
  const names = Object.keys(ACTS) as ActName[]
  const total = names.reduce((sum, name) => sum + ACTS[name], 0)
  let left = roll() * total
  for (const name of names) {
    left -= ACTS[name]
    if (left < 0) return name
  }
  return 'list'
}

const FILTERS = [
  'entityType:TICKET status:ARCHIVED',
  'status:ACTIVE',
  'data.amount:[9990 TO 9999]',
  'source:HUBSPOT createdAt:>now-400d',
  'enrichmentStatus:FAILED -data.stage:won',
  RARE_WORD,
  ABSENT_WORD,
] as const
const SORTS = ['-createdAt', 'createdAt', 'entityType,-createdAt'] as const
/** Milliseconds that someone stays on a page that listens, at most; of a file, bytes that someone takes, and milliseconds that it stands still. */
const STAY = 40_000
const TAKEN = 20_000_000
const STANDS = 15_000

/** One act of this name. */
export function actOf(name: ActName, roll: () => number, places: Places): Act {
  const of = (items: readonly string[]) => items[Math.floor(roll() * items.length)] ?? ''
  const get = (path: string): Act => ({ name, how: 'get', path })
  switch (name) {
    case 'list':
      return get(
        routes.records({ sort: of(SORTS), size: roll() < 0.1 ? 200 : 50, state: roll() < 0.2 ? 'all' : 'live' }),
      )
    case 'filter':
      return get(routes.records({ q: roll() < 0.4 ? `data.email:${of(places.emails)}` : of(FILTERS) }))
    case 'record':
      return get(routes.record(of(places.records)))
    case 'connection':
      return get(roll() < 0.5 ? routes.connections({ q: 'issues:*' }) : routes.connection(of(places.connections)))
    case 'overview':
      return get(roll() < 0.7 ? routes.overview() : routes.issues())
    case 'search':
      return get(routes.search({ q: roll() < 0.5 ? of(places.emails) : of(['ada', 'grace', RARE_WORD, 'user-1']) }))
    case 'count':
      return get(routes.recordCount({ q: 'status:ARCHIVED' }))
    case 'large document':
      return get(roll() < 0.5 ? routes.recordData(of(places.large)) : routes.record(of(places.large)))
    case 'stream': {
      const ids = Array.from({ length: 20 }, () => of(places.records)).join(',')
      const path = routes.live({ table: 'records', watch: 'rows', since: places.mark, ids })
      return { name, how: 'listen', path, milliseconds: Math.round(roll() * STAY) }
    }
    case 'left export': {
      const path = routes.recordExport({ format: of(['csv', 'ndjson', 'json']), columns: 'id,entityType,data' })
      const bytes = Math.round(roll() * TAKEN)
      return { name, how: 'leave', path, bytes, stands: roll() < 0.5 ? Math.round(roll() * STANDS) : 0 }
    }
    case 'left page':
      return { name, how: 'leave', path: routes.records({ size: 200 }), bytes: Math.round(roll() * 100_000), stands: 0 }
    case 'verb':
      return { name, how: 'change', id: of(places.records) }
  }
}

/** A key as a browser makes one for each press: it has to be new even where everything else is of a seed. */
export function pressKey(): string {
  return Array.from({ length: 24 }, () => randomInt(36).toString(36)).join('')
}
