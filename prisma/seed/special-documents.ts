import { ALPHANUMERIC, type Random } from './random'
import { HOSTILE, sentence, textOf } from './text'

const DEPTH = 120

function deep(): string {
  return `{"levels":${DEPTH},"next":${'{"next":['.repeat(DEPTH / 2)}"bottom"${']}'.repeat(DEPTH / 2)}}`
}

/** About 5 MB: an export that someone synced as one record. */
function huge(random: Random): string {
  const rows = Array.from({ length: 34_000 }, (_, index) => ({
    row: index + 1,
    sku: `SKU-${random.text(8)}`,
    price: random.int(100, 99_999) / 100,
    in_stock: random.chance(0.7),
    note: sentence(random),
    tags: random.some(['new', 'sale', 'größe', '限定'], 2),
  }))
  return JSON.stringify({ title: 'Product catalogue, complete export', rows, end: 'the last key of the huge document' })
}

function secrets(random: Random): string {
  const key = random.text(32, ALPHANUMERIC)
  return JSON.stringify({
    name: 'Keys that look like secrets',
    password: 'correct horse battery staple',
    apiKey: key,
    'x-api-key': key,
    accessToken: key,
    client_secret: key,
    sessionId: key,
    cvv: 123,
    credentials: { user: 'ada', pass: key, nested: { deeper: key } },
    accounts: [{ label: 'live', private_key: key }],
    tokenCount: 4096,
    nextPageToken: 'page-2',
    passwordChangedAt: '2026-01-01T00:00:00.000Z',
    hasPassword: true,
    secretary: 'Grace Hopper',
    dsn: `postgres://sync:${key}@db.example.com:5432/crm`,
    pasted: `curl -H "Authorization: Bearer ${key}" https://api.example.com/?access_token=${key}`,
  })
}

/**
 * Documents at the limits of what JSON and a screen can hold, by their external ids. They are text, because JavaScript
 * would round the numbers and lose the key `__proto__`.
 */
export function specialDocuments(random: Random): { externalId: string; data: string }[] {
  const wide = Array.from({ length: 2_500 }, (_, index) => `"key_${index}":${index}`).join(',')
  const hostile = Object.fromEntries(HOSTILE.map((text, index) => [index % 2 ? `attempt ${index}` : text, text]))
  const documents = {
    'secret-looking-keys': secrets(random),
    'hostile-strings': JSON.stringify(hostile),
    'deep-document': deep(),
    'big-numbers':
      '{"big":12345678901234567890,"bigger":123456789012345678901234567890.000000000000000000001,"tiny":1e-320,"exact":0.10,"negativeZero":-0,"id":9007199254740993}',
    'prototype-keys':
      '{"__proto__":{"admin":true},"constructor":{"prototype":1},"toString":"own","hasOwnProperty":null}',
    'odd-keys':
      '{"":"empty key","a.b":"dot","a":{"b":"nested"},"with space":1,"quote\\"d":2,"sla/sh~tilde":3,"$ref":4,"0":"zero","ключ":5,"🔑":6,"line\\nbreak":7}',
    'empty-object': '{}',
    'array-document': '[{"id":1},{"id":2},[],null,"text"]',
    'wide-document': `{${wide}}`,
    'long-text': JSON.stringify({ title: 'One long text', body: textOf(random, 60_000), word: 'x'.repeat(10_000) }),
    'huge-document': huge(random),
  }
  return Object.entries(documents).map(([externalId, data]) => ({ externalId, data }))
}
