import fc from 'fast-check'
import { Prisma } from '@/lib/db/generated/client'
import type { FieldDefinition } from '../fields'
import type { Registry } from '../registry'

/** One row of the table on which compiled filters are tried; `undefined` in `data` is SQL's null. */
export interface Row {
  id: string
  name: string | null
  mood: 'GOOD' | 'BAD' | null
  size: number | null
  at: Date | null
  seenAt: Date | null
  ok: boolean | null
  tags: string[]
  owners: (string | null)[]
  data: unknown
}

export const TABLE = [
  Prisma.sql`CREATE SCHEMA probe`,
  Prisma.sql`CREATE TYPE probe.mood AS ENUM ('GOOD', 'BAD')`,
  Prisma.sql`CREATE TABLE probe.documents (id text PRIMARY KEY, name text, mood probe.mood, size int, at timestamp(3),
    "seenAt" timestamptz(3), ok boolean, tags text[] NOT NULL, data jsonb)`,
  Prisma.sql`CREATE TABLE probe.owners ("documentId" text NOT NULL, name text)`,
]

export const fields: FieldDefinition[] = [
  { name: 'id', label: 'Id', kind: 'text', match: 'exact' },
  { name: 'name', label: 'Name', kind: 'text' },
  { name: 'about', label: 'About', kind: 'text', match: 'contains' },
  { name: 'mood', label: 'Mood', kind: 'enum', values: ['GOOD', 'BAD'] },
  { name: 'size', label: 'Size', kind: 'number' },
  { name: 'at', label: 'At', kind: 'date' },
  { name: 'seenAt', label: 'Seen', kind: 'date' },
  { name: 'ok', label: 'OK', kind: 'boolean' },
  { name: 'tags', label: 'Tags', kind: 'textArray' },
  { name: 'owner.name', label: 'Owner', kind: 'text' },
  { name: 'data', label: 'Data', kind: 'json', isSecretPath: (path) => path.includes('token') },
]

export const registry: Registry = {
  fields,
  sql: {
    id: { column: Prisma.sql`d.id` },
    name: { column: Prisma.sql`d.name` },
    about: { column: Prisma.sql`d.name` },
    mood: { column: Prisma.sql`d.mood`, enumType: Prisma.sql`probe.mood` },
    size: { column: Prisma.sql`d.size` },
    at: { column: Prisma.sql`d.at` },
    seenAt: { column: Prisma.sql`d."seenAt"`, zoned: true },
    ok: { column: Prisma.sql`d.ok` },
    tags: { column: Prisma.sql`d.tags` },
    'owner.name': {
      column: Prisma.sql`o.name`,
      wrap: (predicate) =>
        Prisma.sql`EXISTS (SELECT 1 FROM probe.owners o WHERE o."documentId" = d.id AND ${predicate})`,
    },
    data: { column: Prisma.sql`d.data` },
  },
  bareWord: (_text, like) => Prisma.sql`d.name ILIKE ${like}`,
}

export function insert(row: Row): Prisma.Sql[] {
  const data = row.data === undefined ? null : JSON.stringify(row.data)
  return [
    Prisma.sql`INSERT INTO probe.documents VALUES (${row.id}, ${row.name}, ${row.mood}::probe.mood, ${row.size}::int,
      ${row.at?.toISOString().replace('Z', '') ?? null}::timestamp, ${row.seenAt?.toISOString() ?? null}::timestamptz,
      ${row.ok}::boolean, ${row.tags}::text[], ${data}::jsonb)`,
    ...row.owners.map((name) => Prisma.sql`INSERT INTO probe.owners VALUES (${row.id}, ${name})`),
  ]
}

/** Texts, some of which look like what they are not, and differ in case, wildcards and quotes. */
export const texts = fc.constantFrom(
  'ada',
  'ADA',
  'Ada Lovelace',
  '50%',
  'a_b',
  'a*b',
  "o'neil",
  '"',
  '\\',
  '',
  '5',
  '05',
  '1.50',
  'true',
  'null',
  'GOOD',
  'é',
  '2026-01-05',
  '2026-02-29',
  '2026-01-05T10:00:00Z',
  '2026-01-05T10:00:00.5+02:00',
  '2026-01-05 23:30',
  '2026-13-01',
)

const dates = fc
  .constantFrom(
    '2026-01-04T23:00:00Z',
    '2026-01-05T00:00:00Z',
    '2026-01-05T10:00:00Z',
    '2026-01-05T22:59:59.999Z',
    '2026-01-06T00:00:00Z',
  )
  .map((text) => new Date(text))

const { document } = fc.letrec<{ document: unknown }>((tie) => ({
  document: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'document' },
    { arbitrary: fc.oneof(texts, fc.constantFrom<unknown>(5, 5.5, -1, 50, 1.5, true, false, null)), weight: 3 },
    { arbitrary: fc.array(tie('document'), { maxLength: 3 }), weight: 2 },
    {
      arbitrary: fc.dictionary(fc.constantFrom('a', 'b', 'odd key', 'A"', ''), tie('document'), { maxKeys: 3 }),
      weight: 3,
    },
  ),
}))

export const rows: fc.Arbitrary<Row[]> = fc
  .array(
    fc.record({
      name: fc.option(texts),
      mood: fc.option(fc.constantFrom('GOOD' as const, 'BAD' as const)),
      size: fc.option(fc.constantFrom(-1, 0, 5, 6)),
      at: fc.option(dates),
      seenAt: fc.option(dates),
      ok: fc.option(fc.boolean()),
      tags: fc.array(texts, { maxLength: 2 }),
      owners: fc.array(fc.option(texts), { maxLength: 2 }),
      data: fc.oneof(
        { arbitrary: document, weight: 1 },
        { arbitrary: fc.record({ a: document, b: document }), weight: 4 },
        { arbitrary: fc.constant(undefined), weight: 1 },
      ),
    }),
    { minLength: 200, maxLength: 200 },
  )
  .map((list) => list.map((row, place) => ({ id: `d${String(place).padStart(3, '0')}`, ...row })))
