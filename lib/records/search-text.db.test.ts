import { beforeAll, expect, it } from 'vitest'
import type { PrismaClient } from '@/lib/db/generated/client'
import { actorOf } from '@/lib/db/test-actors'
import { withTestDatabase } from '@/lib/db/test-database'
import { isSecretKey } from '../mask/secret-keys'
import { listRecords } from './queries'
import { readRecordSearch } from './search-params'
import { insertRecords } from './test/insert-records'

const FIRST =
  'access api auth backup basic card client code db device http login master mfa pin private session signing smtp user web x'.split(
    ' ',
  )
const LAST =
  'token tokens secret password passwd key keys code codes id pass pin jwt otp cookie credential number verifier'.split(
    ' ',
  )
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
const KEYS = [
  ...LAST,
  ...FIRST.flatMap((first) =>
    LAST.flatMap((last) => [
      `${first}${capital(last)}`,
      `${first}_${last}`,
      `${first}-${last}`,
      `${first.toUpperCase()} ${last}`,
    ]),
  ),
]
const SECRET = KEYS.filter(isSecretKey)
const VALUES = ['"canary"', '["canary", "x]"]', '{"a": {"b": "canary"}, "c": 1}', '{"a": ["canary"]}']
let db: PrismaClient

beforeAll(async () => {
  const test = await withTestDatabase()
  db = test.client
  return test.drop
})

async function found(word: string): Promise<string[]> {
  const { search } = readRecordSearch({ q: word, sort: 'id', size: '200' })
  const result = await listRecords(actorOf('SUPPORT'), search, { now: new Date(), timeZone: 'UTC' })
  return result.kind === 'page' ? result.page.rows.map((row) => row.id) : expect.fail(result.kind)
}

it('finds no value behind a key that is secret by name, whatever its shape', async () => {
  expect(SECRET.length).toBeGreaterThan(400)
  const seeds = SECRET.flatMap((key, place) =>
    VALUES.map((value, shape) => ({
      id: `${place}.${shape} ${key}`,
      data: `{"before": "a\\"b", ${JSON.stringify(key)}: ${value}}`,
    })),
  )
  await insertRecords(db, seeds)
  expect(await found('canary')).toEqual([])
})

it.each([
  ['three levels deep', '{"a": {"b": {"c": "hidden"}}}'],
  ['in lists in objects', '{"a": [{"b": [{"c": ["hidden"]}]}]}'],
  ['twelve levels deep', `${'{"a": ['.repeat(6)}"hidden"${']}'.repeat(6)}`],
  ['behind a text that closes', '{"a": "}", "b": "hidden"}'],
  ['behind a text that closes a list', '["]", "\\"]", "hidden"]'],
  ['behind texts that open', '{"a": "{[", "b": {"c": "}}]"}, "d": "hidden"}'],
])(
  'finds nothing behind a secret key that stands %s, at the beginning of a document or far in it',
  async (how, value) => {
    const after = '"z": {"harbour": "beacon"}'
    await insertRecords(db, [
      { id: `near ${how}`, data: `{"credentials": ${value}, ${after}}` },
      { id: `far ${how}`, data: `{"filling": "${'x'.repeat(9_000)}", "token": ${value}, ${after}}` },
      { id: `cut ${how}`, data: `{"apiKey": {"a": ${value}, "filling": "${'x'.repeat(9_000)}"}, ${after}}` },
    ])
    expect(await found('hidden')).toEqual([])
    // Deeper than is followed, everything to the end goes.
    if (!how.includes('twelve')) expect(await found('harbour')).toContain(`near ${how}`)
  },
)

it('finds the same value behind other keys, and beside a secret', async () => {
  await insertRecords(db, [
    { id: 'author', data: '{"author": {"login": "sparrow"}, "token": "x"}' },
    { id: 'shipping', data: '{"token": "a\\"b", "shipping": ["sparrow"]}' },
    { id: 'keyboard', data: '{"keyboard": "sparrow", "password": {"hash": ["x"]}}' },
  ])
  expect(await found('sparrow')).toEqual(['author', 'keyboard', 'shipping'])
})

it.each([
  ['ghp_canary2canary2canary2', 'canary2'],
  ['Bearer canary3canary3', 'canary3'],
  ['https://user:canary4@example.com', 'canary4'],
])('finds no secret inside the text %s', async (text, word) => {
  await insertRecords(db, [{ id: `text ${word.at(-1)}`, data: JSON.stringify({ note: `see ${text} for more` }) }])
  expect(await found('"for more"')).toContain(`text ${word.at(-1)}`)
  expect(await found(word)).toEqual([])
})
