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
/** The same keys as no word list has them: disguised, with odd signs in and around them, in pieces. */
const wide = (key: string) => key.replace(/[!-~]/g, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0))
const bold = (key: string) => key.replace(/[a-z]/g, (sign) => String.fromCodePoint(sign.charCodeAt(0) - 97 + 0x1d41a))
const unseen = (key: string) => [...key].join('\u200b')
const ODD = [
  ...['token', 'apiKey', 'card_number', 'pin', 'pass', 'auth'].flatMap((key) => [
    wide(key),
    bold(key),
    unseen(key),
    `_${key}`,
    `${key} `,
    `$${key}?`,
    `[${key}]`,
    `${key}"`,
    `"${key}" \\`,
    `${key}\n`,
    `\u0001${key}`,
    key.toUpperCase(),
  ]),
  ...['api--key', 'api / key', 'api"key', 'api\\key', 'session \n id', 'a.b[0].token', 'token"s', 'db::pass'],
  ...[
    'ПАРОЛЬ',
    'Пароль',
    'ﾊﾟｽﾜｰﾄﾞ',
    'パスワード'.normalize('NFD'),
    'contraseña'.normalize('NFD'),
    'ⓣⓞⓚⓔⓝ',
    'ₚₐₛₛ',
    'PaſsWord',
    'tºken',
    'api \u212aey',
  ],
]
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

it('finds none behind such a key in whatever disguise', async () => {
  const odd = ODD.filter(isSecretKey)
  expect(odd.length).toBeGreaterThan(75)
  await insertRecords(
    db,
    odd.flatMap((key, place) => [
      { id: `odd ${place} ${key}`, data: `{${JSON.stringify(key)}: "penguin"}` },
      { id: `number ${place} ${key}`, data: `{"a": [[{${JSON.stringify(key)}: 271828182}]]}` },
    ]),
  )
  expect(await found('penguin')).toEqual([])
  expect(await found('271828182')).toEqual([])
})

it('finds what stands behind keys that only look odd', async () => {
  const keys = [
    'm²',
    'Nº',
    '№',
    '™',
    '⚙️ Settings',
    'a"b',
    'pass"port',
    'می‌خواهم',
    'Fläche',
    '名前',
    'Asia',
    'Skåne',
    'Kürzel',
    'σήμα',
  ]
  await insertRecords(
    db,
    keys.map((key, place) => ({ id: `plain ${place}`, data: JSON.stringify({ [key]: 'walrus' }) })),
  )
  expect((await found('walrus')).length).toBe(keys.length)
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

const TEXTS = [
  ['ghp_canary2canary2canary2', 'canary2'],
  ['\nghp_canary2canary2canary2', 'canary2'],
  ['éghp_canary2canary2canary2', 'canary2'],
  ['Bearer canary3canary3', 'canary3'],
  ['\tBasic   canary3canary3=', 'canary3'],
  ['token canary3canary3', 'canary3'],
  ['https://user:canary4@example.com', 'canary4'],
  ['-----BEGIN RSA PRIVATE KEY-----\ncanary5\n-----END RSA PRIVATE KEY-----', 'canary5'],
  ['1//0canary6canary6canary6', 'canary6'],
  ['password=canary7', 'canary7'],
  ['Password : canary7', 'canary7'],
  ['passcode="one, canary7 (two)"', 'canary7'],
  ["api_key='one canary7'", 'canary7'],
  ['\npin=canary7', 'canary7'],
  ['{"token":"a canary8"}', 'canary8'],
  ['{"otp": 8271828, "x": 1}', '8271828'],
  ['{"a":"{\\"secret\\":\\"a canary8\\"}"}', 'canary8'],
  ['basic passwd="a canary9"', 'canary9'],
  ['basic password="a canary9"', 'canary9'],
  ['https://s3.example.com/a?X-Amz-Signature=canary9', 'canary9'],
] as const

it.each(TEXTS)('finds no secret inside the text %j, among words or by its path', async (text, word) => {
  const place = TEXTS.findIndex(([other]) => other === text)
  await insertRecords(db, [
    { id: `text ${place}`, data: JSON.stringify({ note: `seeit ${text}`, beside: 'as before' }) },
  ])
  expect(await found('"as before"')).toContain(`text ${place}`)
  expect(await found('data.note:seeit*')).toContain(`text ${place}`)
  expect(await found(word)).toEqual([])
  expect(await found(`data.note:*${word}*`)).toEqual([])
})

it('finds the words around a secret, and words that only begin like one', async () => {
  const note =
    'Asian markets: password=x, "token":"y" and Bearer abcdefg1 for a basic understanding of compass; token: expired'
  await insertRecords(db, [{ id: 'around', data: JSON.stringify({ note }) }])
  for (const word of ['asian', 'markets', 'understanding', 'compass', 'expired']) {
    expect(await found(word)).toEqual(['around'])
    expect(await found(`data.note:*${word}*`)).toEqual(['around'])
  }
})
