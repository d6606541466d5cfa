import { beforeAll, describe, expect, it } from 'vitest'
import type { PrismaClient } from '@/lib/db/generated/client'
import { actorOf } from '@/lib/db/test-actors'
import { withTestDatabase } from '@/lib/db/test-database'
import { policyOf } from '../mask/policy'
import { listRecords } from '../records/queries'
import { readRecordSearch } from '../records/search-params'
import { insertEntity, insertRecords } from '../records/test/insert-records'
import { createdPerDay } from './created-per-day'
import type { EntityProperty } from './dto'
import { sampledKeys } from './key-statistics'
import { entityCount, entityProperties, getEntity } from './queries'
import { driftOf, shapeOf } from './shape'
import { sharedIds } from './shared-ids'

const mask = policyOf('SUPPORT', []).ofRecord('CONTACT')
const support = actorOf('SUPPORT')
const clock = { now: new Date('2026-06-01T12:00:00Z'), timeZone: 'UTC' }
let db: PrismaClient

beforeAll(async () => {
  const test = await withTestDatabase()
  db = test.client
  await insertEntity(db, { id: 'contacts', type: 'CONTACT', name: 'HUBSPOT', connectionId: 'ada' })
  await insertEntity(db, { id: 'others', type: 'CONTACT', name: 'SLACK', connectionId: 'ada' })
  const property = (name: string, type: 'NUMBER' | 'DATE' | 'SINGLE_LINE_TEXT' | 'COMPOSITE', order: number) => ({
    name,
    displayName: name.toUpperCase(),
    type,
    order,
  })
  await db.entity.update({
    where: { id: 'contacts' },
    data: {
      properties: {
        create: [
          { ...property('amount', 'NUMBER', 1), config: { unit: 'EUR', apiKey: 'canary-1f9e' } },
          property('due', 'DATE', 2),
          property('never', 'SINGLE_LINE_TEXT', 3),
          property('token', 'NUMBER', 4),
          { ...property('address', 'COMPOSITE', 5), id: 'address' },
        ],
      },
    },
  })
  await db.property.create({ data: { ...property('city', 'SINGLE_LINE_TEXT', 1), parentId: 'address' } })
  const documents = [
    '{"amount": 1, "due": "2026-01-01", "address": {"city": "Bern", "zip": "3000"}, "extra": 1}',
    '{"amount": "12.5", "due": "2026-01-01T10:00:00Z", "address": {"city": 1}, "token": "canary-77"}',
    '{"amount": "n/a", "due": 1767225600, "address": "Bern", "token": 4}',
    '{"amount": "", "due": "soon", "address": null, "extra": null}',
    '[1, 2]',
  ]
  await insertRecords(
    db,
    documents.map((data, at) => ({
      id: `c${at}`,
      data,
      entityId: 'contacts',
      externalId: ['x', 'x', 'y', 'z', null][at],
      createdAt: `2026-05-2${at}T10:00:00.000Z`,
    })),
  )
  await insertRecords(db, [
    { id: 'd1', data: '{"gone": 1}', entityId: 'contacts', deletedAt: '2026-01-01T00:00:00.000Z', externalId: 'z' },
    { id: 'o1', entityId: 'others', externalId: 'y' },
  ])
  return test.drop
})

async function shape() {
  const properties = await entityProperties(support, 'contacts')
  const found = await sampledKeys(support, 'contacts', properties ?? [])
  if (!properties || !found) throw new Error('It took too long.')
  return { ...found, lines: shapeOf(mask, properties, found.keys) }
}

describe('an entity', () => {
  it('is told with its connection; one that is not there, or could not be, is null', async () => {
    expect(await getEntity(support, 'contacts')).toMatchObject({
      type: 'CONTACT',
      connection: { id: 'contacts', integration: 'HUBSPOT', connectionId: 'ada' },
    })
    expect(await getEntity(support, 'none')).toBeNull()
    expect(await getEntity(support, 'a\0b')).toBeNull()
  })

  it('has its properties in their order, parts of composites too, each configuration masked', async () => {
    const properties = (await entityProperties(support, 'contacts')) ?? []
    expect(properties.map(({ name }) => name).sort()).toEqual(['address', 'amount', 'city', 'due', 'never', 'token'])
    expect(properties.find(({ name }) => name === 'amount')?.config?.text).toBe(
      '{"unit": "EUR", "apiKey": "•••••• medium"}',
    )
    expect(await entityProperties(support, 'others')).toEqual([])
  })

  it('counts its records by state, and by day of creation', async () => {
    expect(await entityCount(support, 'contacts')).toEqual({
      live: 5,
      archived: 0,
      deleted: 1,
      newestAt: '2026-05-24T10:00:00.000Z',
    })
    const days = (await createdPerDay(support, ['contacts', 'others'], clock))?.get('contacts')
    expect(days?.length).toBe(30)
    expect(days?.filter(({ count }) => count > 0).map(({ start }) => start.slice(5, 10))).toEqual([
      '05-20',
      '05-21',
      '05-22',
      '05-23',
      '05-24',
    ])
  })
})

describe('what its records hold', () => {
  it('is told of each property and each key that none names, of live records alone', async () => {
    const { lines, keys } = await shape()
    expect(keys).toMatchObject({ records: 5, keyless: 1, large: 0, among: null })
    expect(lines.map(({ path }) => path.join('.'))).toEqual([
      'amount',
      'due',
      'never',
      'token',
      'address',
      'address.city',
      'address.zip',
      'extra',
    ])
  })

  it('contradicts a property by what a filter on its type does not find', async () => {
    const { lines } = await shape()
    const { contradicting, unmapped, absent } = driftOf(lines)
    expect(contradicting.map(({ path, contradicting: count }) => [path.join('.'), count])).toEqual([
      ['amount', 2],
      ['due', 2],
      ['address', 1],
    ])
    expect(unmapped.map(({ path }) => path.join('.'))).toEqual(['address.zip', 'extra'])
    expect(absent.map(({ path }) => path.join('.'))).toEqual(['never'])
    const at = (name: string) => lines.find(({ path }) => path.join('.') === name)
    expect(at('address.city')).toMatchObject({ of: 2, present: 2, contradicting: 0 })
    expect(at('extra')).toMatchObject({ of: 5, present: 1, nulls: 1 })
  })

  it('says of a secret key how often it is there, and nothing of its values', async () => {
    const { lines } = await shape()
    const token = lines.find(({ path }) => path[0] === 'token')
    expect(token).toMatchObject({ present: 2, masked: true, contradicting: 0, forms: [{ form: 'masked', records: 2 }] })
    expect(JSON.stringify(lines)).not.toContain('canary')
  })

  it.each([
    ['amount', '-data.amount:<0 -data.amount:>=0', 2],
    ['due', '-data.due:<2000-01-01 -data.due:>=2000-01-01', 2],
  ])('leads to the records whose %s contradicts its type', async (key, term, expected) => {
    const q = `entity.id:contacts entityType:CONTACT data.${key}:* ${term}`
    const { search } = readRecordSearch({ q })
    const result = await listRecords(support, search, clock)
    expect(result.kind === 'page' && result.page.rows.length).toBe(expected)
  })
})

describe('external ids', () => {
  it('that others share are twins within the entity, and bleed beyond it; deleted records do not count', async () => {
    const { sample } = await shape()
    expect(await sharedIds(support, 'contacts', sample)).toEqual({ twins: 1, elsewhere: 1, examples: ['x'] })
  })
})

describe('a property', () => {
  it('that is its own ancestor stands at the top', () => {
    const loop = (id: string, parentId: string) =>
      ({ id, parentId, name: id, type: 'COMPOSITE', displayName: id, visible: true }) as EntityProperty
    const lines = shapeOf(mask, [loop('a', 'b'), loop('b', 'a')], {
      records: 0,
      large: 0,
      keyless: 0,
      among: null,
      cut: false,
      forms: [],
    })
    expect(lines.map(({ path }) => path)).toEqual([['a'], ['b']])
  })
})
