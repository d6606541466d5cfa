import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { PrismaClient } from '@/lib/db/generated/client'
import { withTestDatabase } from '@/lib/db/test-database'
import { insertRecords } from '../records/test/insert-records'
import type { Form, KeyForm } from './dto'
import { keyForms } from './key-statistics'

let db: PrismaClient

beforeAll(async () => {
  const test = await withTestDatabase()
  db = test.client
  return test.drop
})

/** What the database is asked for, told of parsed documents. */
function naive(documents: readonly string[], parents: string[][], tested: string[][]): KeyForm[] {
  const counts = new Map<string, number>()
  const at = (value: unknown, path: readonly string[]): unknown =>
    path.reduce<unknown>((place, key) => {
      if (Array.isArray(place)) return /^-?\d+$/.test(key) ? place.at(Number(key)) : undefined
      return isObject(place) && Object.hasOwn(place, key) ? place[key] : undefined
    }, value)
  for (const text of documents) {
    const document: unknown = JSON.parse(text)
    for (const parent of [[], ...parents]) {
      const object = at(document, parent)
      if (!isObject(object)) continue
      for (const [key, value] of Object.entries(object)) {
        const path = [...parent, key]
        const isTested = tested.some((one) => JSON.stringify(one) === JSON.stringify(path))
        const name = JSON.stringify([path, formOf(value, isTested)])
        counts.set(name, (counts.get(name) ?? 0) + 1)
      }
    }
  }
  return [...counts].map(([name, records]) => {
    const [path, form] = JSON.parse(name) as [string[], Form]
    return { path, form, records }
  })
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function formOf(value: unknown, isTested: boolean): Form {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'list'
  if (typeof value === 'object') return 'object'
  if (typeof value === 'number') return 'number'
  if (typeof value === 'boolean') return 'boolean'
  if (!isTested) return 'text'
  const text = String(value)
  if (text === '') return 'empty text'
  if (/^\s*[+-]?\d{1,40}(\.\d{1,40})?\s*$/.test(text)) return 'number as text'
  if (/^\d{4}-\d\d-\d\d/.test(text)) return 'date as text'
  return /^(true|false)$/i.test(text) ? 'boolean as text' : 'text'
}

describe('the statistics of keys', () => {
  const name = fc.constantFrom('a', 'b', 'a.b', 'ä "q"', '')
  const scalar = fc.oneof(
    fc.constantFrom<unknown>(null, true, 7, '', '12', ' 3.5 ', 'TRUE', '2026-01-31', '2026-01-31T10:00:00Z', 'soon'),
    fc.integer(),
  )
  const value = fc.oneof(scalar, fc.array(scalar, { maxLength: 2 }), fc.dictionary(name, scalar, { maxKeys: 3 }))
  const documents = fc.array(fc.oneof(fc.dictionary(name, value, { maxKeys: 4 }), scalar), { maxLength: 12 })
  const paths = fc.uniqueArray(fc.array(name, { minLength: 1, maxLength: 2 }), {
    maxLength: 3,
    selector: (path) => JSON.stringify(path),
  })

  it('are what a naive count over the parsed documents finds', async () => {
    await fc.assert(
      fc.asyncProperty(documents, paths, paths, async (made, parents, tested) => {
        await db.$executeRaw`delete from mastra.records`
        const seeds = made.map((document, at) => ({
          id: `p${at}`,
          data: JSON.stringify(document),
        }))
        await insertRecords(db, seeds)
        const found = await db.$queryRaw<KeyForm[]>(
          keyForms(
            seeds.map(({ id }) => id),
            parents,
            tested,
          ),
        )
        const expected = naive(
          seeds.map(({ data }) => data),
          parents,
          tested,
        )
        const sorted = (forms: readonly KeyForm[]) =>
          forms.map((form) => JSON.stringify([form.path, form.form, form.records])).sort()
        expect(sorted(found)).toEqual(sorted(expected))
      }),
      { numRuns: 60 },
    )
  })
})
