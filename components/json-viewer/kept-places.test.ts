import { beforeEach, describe, expect, it, vi } from 'vitest'
import { type JsonDocument, parseDocument } from './document'
import { MOST_FLIPPED, MOST_PLACES, markOf, type Place } from './kept-places'

const stored = new Map<string, string>()
vi.stubGlobal('window', { addEventListener: () => undefined })
vi.stubGlobal('sessionStorage', {
  getItem: (key: string) => stored.get(key) ?? null,
  setItem: (key: string, value: string) => stored.set(key, value),
})

/** The module as a page that was just loaded has it. */
async function loadPage() {
  vi.resetModules()
  return import('./kept-places')
}

function parse(text: string): JsonDocument {
  const document = parseDocument(text)
  if (!document) throw new Error(`Not JSON: ${text}`)
  return document
}

const PLACE: Place = { openness: { depth: 2, flipped: new Set([3, 7]) }, active: 7, top: 240 }

beforeEach(() => stored.clear())

describe('the place in a document', () => {
  it('is the same again on the page, and after it was loaded anew', async () => {
    const before = await loadPage()
    before.keepPlace('a', 'mark', PLACE)
    expect(before.placeOf('a', 'mark')).toMatchObject(PLACE)
    before.storePlaces()
    const after = await loadPage()
    expect(after.placeOf('a', 'mark')).toBeNull()
    expect(after.storedPlaceOf('a', 'mark')).toMatchObject(PLACE)
  })

  it('knows every level from a number of them', async () => {
    const before = await loadPage()
    const openness = { depth: Number.POSITIVE_INFINITY, flipped: new Set<number>() }
    before.keepPlace('a', 'mark', { ...PLACE, openness })
    before.storePlaces()
    expect((await loadPage()).storedPlaceOf('a', 'mark')?.openness).toEqual(openness)
  })

  it('is none in another document of the same name', async () => {
    const page = await loadPage()
    page.keepPlace('a', markOf(parse('{"a": 1}')), PLACE)
    expect(page.placeOf('a', markOf(parse('{"a": 2}')))).toBeNull()
    page.storePlaces()
    expect((await loadPage()).storedPlaceOf('a', markOf(parse('{"a": 2}')))).toBeNull()
  })

  it('is kept for so many documents, and of so many values, as stay small', async () => {
    const page = await loadPage()
    for (let name = 0; name <= MOST_PLACES; name += 1) page.keepPlace(String(name), 'mark', PLACE)
    page.keepPlace('many', 'mark', {
      ...PLACE,
      openness: { depth: 1, flipped: new Set(Array(MOST_FLIPPED + 1).keys()) },
    })
    expect(page.placeOf('0', 'mark')).toBeNull()
    expect(page.placeOf('1', 'mark')).not.toBeNull()
    expect(page.placeOf('many', 'mark')).toBeNull()
    page.storePlaces()
    expect(JSON.parse(stored.get('json-viewer places') ?? '')).toHaveLength(MOST_PLACES)
  })

  it('is none where something else was written', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    const page = await loadPage()
    for (const text of [
      '',
      '{',
      'null',
      '7',
      '[[]]',
      '[["a","mark",1,["x"],1,1]]',
      '[["a","mark",-1,[],1,1]]',
      '[7]',
    ]) {
      stored.set('json-viewer places', text)
      expect(page.storedPlaceOf('a', 'mark')).toBeNull()
    }
    page.keepPlace('a', 'mark', PLACE)
    page.storePlaces()
    expect((await loadPage()).storedPlaceOf('a', 'mark')).toMatchObject(PLACE)
  })
})
