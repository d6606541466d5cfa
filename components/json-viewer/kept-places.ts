import type { JsonDocument } from './document'
import type { Openness } from './flatten'

/** Where a tree was left. */
export interface Place {
  openness: Openness
  /** Index of the active value. */
  active: number
  /** Pixels that the rows were scrolled. */
  top: number
}

interface Kept extends Place {
  /** Which document it is a place in; another one has other places. */
  mark: string
}

/** Documents whose place is kept, the last ones. */
export const MOST_PLACES = 20
/** Values opened or closed one by one that are kept of a document. */
export const MOST_FLIPPED = 500

const STORED_AS = 'json-viewer places'
const places = new Map<string, Kept>()
let writesOnLeaving = false

/** Tells two documents apart: their length and a hash of 32 bits (FNV-1a). 5 MB take some milliseconds. */
export function markOf({ text }: JsonDocument): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return `${text.length}-${(hash >>> 0).toString(36)}`
}

/** Keeps the place under the name for as long as the browser's tab is open. */
export function keepPlace(name: string, mark: string, place: Place): void {
  places.delete(name)
  if (place.openness.flipped.size > MOST_FLIPPED) return
  places.set(name, { ...place, mark })
  for (const oldest of [...places.keys()].slice(0, -MOST_PLACES)) places.delete(oldest)
  // Scrolling changes the place many times a second, and nobody reads it again before the page is left.
  if (!writesOnLeaving) window.addEventListener('pagehide', storePlaces)
  writesOnLeaving = true
}

/** The place kept since the page was loaded, if the document is still the same. */
export function placeOf(name: string, mark: string): Place | null {
  const place = places.get(name)
  return place?.mark === mark ? place : null
}

/** The place kept before the page was loaded. A server has none, so what it drew can change only after it was taken over. */
export function storedPlaceOf(name: string, mark: string): Place | null {
  const place = places.has(name) ? undefined : readStored().get(name)
  return place?.mark === mark ? place : null
}

/** Writes down what would be lost with the page. */
export function storePlaces(): void {
  const all = [...new Map([...readStored(), ...places])].slice(-MOST_PLACES)
  const entries = all.map(([name, { mark, openness, active, top }]) => {
    // JSON knows no infinity; null is every level.
    const depth = Number.isFinite(openness.depth) ? openness.depth : null
    return [name, mark, depth, [...openness.flipped], active, top]
  })
  try {
    sessionStorage.setItem(STORED_AS, JSON.stringify(entries))
  } catch (error) {
    console.warn('The places in documents could not be kept.', error)
  }
}

function readStored(): Map<string, Kept> {
  try {
    const entries: unknown = JSON.parse(sessionStorage.getItem(STORED_AS) ?? '[]')
    return new Map(Array.isArray(entries) ? entries.flatMap(readEntry) : [])
  } catch (error) {
    console.warn('The places in documents could not be read.', error)
    return new Map()
  }
}

/** What `storePlaces` wrote, or nothing. */
function readEntry(entry: unknown): [string, Kept][] {
  if (!Array.isArray(entry)) return []
  const [name, mark, depth, flipped, active, top]: unknown[] = entry
  const isWhole = typeof name === 'string' && typeof mark === 'string' && isCount(active) && isCount(top)
  if (!isWhole || !Array.isArray(flipped) || !flipped.every(isCount) || !(depth === null || isCount(depth))) return []
  const openness = { depth: depth ?? Number.POSITIVE_INFINITY, flipped: new Set(flipped) }
  return [[name, { mark, openness, active, top }]]
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && value >= 0
}
