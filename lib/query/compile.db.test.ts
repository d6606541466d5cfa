import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { Prisma, type PrismaClient } from '@/lib/db/generated/client'
import { withTestDatabase } from '@/lib/db/test-database'
import { compileQuery } from './compile'
import type { ValueType } from './fields'
import { parseQuery } from './parse'
import { printQuery } from './print'
import type { Registry } from './registry'
import { arbitraryQuery, storableText } from './test/arbitrary-query'
import { insert, type Row, registry, rows, TABLE, texts } from './test/documents'
import { matches } from './test/naive'
import { field, suitedLiteral } from './test/suited-literal'

const clock = { now: new Date('2026-01-05T12:00:00Z'), timeZone: 'Europe/Berlin' }
const [sample = []] = fc.sample(rows, { numRuns: 1, seed: 20260105 })

let db: PrismaClient

beforeAll(async () => {
  const test = await withTestDatabase({ empty: true })
  db = test.client
  for (const statement of [...TABLE, ...sample.flatMap(insert)]) await db.$executeRaw(statement)
  return test.drop
})

async function found(where: Prisma.Sql): Promise<string[]> {
  const list = await db.$queryRaw<{ id: string }[]>(
    Prisma.sql`SELECT d.id FROM probe.documents d WHERE ${where} ORDER BY d.id`,
  )
  return list.map(({ id }) => id)
}

async function search(text: string): Promise<string[]> {
  const parsed = parseQuery(text)
  if (!parsed.ok) return expect.fail(JSON.stringify(parsed.problems))
  const compiled = compileQuery(parsed.ast, registry, clock)
  return compiled.ok ? found(compiled.where) : expect.fail(JSON.stringify(compiled.problems))
}

function idsWhere(predicate: (row: Row) => boolean): string[] {
  return sample.filter(predicate).map(({ id }) => id)
}

function registryWith(type: ValueType | undefined, indexes: readonly string[]): Registry {
  const { data } = registry.sql
  return {
    ...registry,
    fields: registry.fields.map((known) => (known.name === 'data' ? { ...known, typeOf: () => type } : known)),
    sql: { ...registry.sql, ...(data && { data: { ...data, isIndexed: (_, kind) => indexes.includes(kind) } }) },
  }
}

describe('a compiled filter', () => {
  it('finds the rows that a naive evaluator finds', async () => {
    let compared = 0
    let matched = 0
    await fc.assert(
      fc.asyncProperty(arbitraryQuery({ field, literal: suitedLiteral }), async (query) => {
        const compiled = compileQuery(query, registry, clock)
        fc.pre(compiled.ok)
        const expected = idsWhere((row) => matches(query, row, clock))
        compared += 1
        if (expected.length > 0 && expected.length < sample.length) matched += 1
        expect(await found(compiled.where), printQuery(query)).toEqual(expected)
      }),
      { numRuns: 1_000, maxSkipsPerRun: 20 },
    )
    expect(compared).toBeGreaterThanOrEqual(1_000)
    expect(matched).toBeGreaterThan(300)
  })

  it('finds the same where Properties say the types and where indexes say the keys', async () => {
    let matched = 0
    const documentField = field.filter(
      ({ steps }) => steps.length > 1 && steps[0]?.type === 'key' && steps[0].key === 'data',
    )
    await fc.assert(
      fc.asyncProperty(
        arbitraryQuery({ field: documentField, literal: suitedLiteral, maxDepth: 2 }),
        fc.constantFrom(undefined, 'text' as const, 'number' as const, 'boolean' as const, 'date' as const),
        fc.constantFrom([], ['text'], ['number'], ['text', 'number']),
        async (query, type, indexes) => {
          const compiled = compileQuery(query, registryWith(type, indexes), clock)
          fc.pre(compiled.ok)
          const expected = idsWhere((row) => matches(query, row, clock, type))
          if (expected.length > 0 && expected.length < sample.length) matched += 1
          expect(await found(compiled.where), `${type} ${indexes.join()} ${printQuery(query)}`).toEqual(expected)
        },
      ),
      { numRuns: 1_000, maxSkipsPerRun: 30 },
    )
    expect(matched).toBeGreaterThan(200)
  })

  it('never fails in the database, whatever was typed', async () => {
    const fieldText = fc.constantFrom(
      'id',
      'name',
      'mood',
      'size',
      'at',
      'seenAt',
      'ok',
      'tags',
      'owner.name',
      'data',
      'data.a',
      'data.a[*].b',
      'data."odd key"',
    )
    const piece = fc.oneof(
      storableText,
      fc
        .tuple(
          fieldText,
          fc.constantFrom(':', ':>', ':<=', ':[', ':('),
          fc.oneof(
            storableText,
            texts,
            fc.constantFrom(
              '1e999999',
              '99999999999999999999',
              '9999-12-31',
              '0000-01-01',
              'now+999999y',
              '-0',
              '1e-400',
              '*',
              '* TO 5]',
              'a OR b)',
            ),
          ),
        )
        .map((parts) => parts.join('')),
      fc.constantFrom('(', ')', 'OR', '-', 'NOT', ']'),
    )
    let ran = 0
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 4 }), async (pieces) => {
        const parsed = parseQuery(pieces.join(' '))
        const compiled = parsed.ok ? compileQuery(parsed.ast, registry, clock) : parsed
        if (!compiled.ok) {
          expect(compiled.problems.length).toBeGreaterThan(0)
          return
        }
        ran += 1
        await found(compiled.where)
      }),
      { numRuns: 2_000 },
    )
    expect(ran).toBeGreaterThan(300)
  })
})

describe('an attack', () => {
  const hostile = [
    "'; DROP TABLE probe.documents; --",
    "' OR '1'='1",
    '" OR TRUE --',
    '\\',
    "\\'",
    '$1',
    '?',
    '%',
    '_',
    '{a,b}',
    '$.a ? (@ == 1)',
    '") || ($ == "x',
    '\n\r\t\b',
    '::text',
    "E'\\x27'",
  ]

  it.each(hostile)('is only ever a value: %j', async (text) => {
    const quoted = `"${text.replace(/["\\]/g, '\\$&')}"`
    for (const term of [
      `id:${quoted}`,
      `name:${quoted}`,
      `tags:${quoted}`,
      `owner.name:${quoted}`,
      `data.a:${quoted}`,
      `data.${quoted}:x`,
      `data.${quoted}:5`,
      `data.a:(${quoted} OR 5)`,
      quoted,
    ]) {
      const parsed = parseQuery(term)
      const compiled = compileQuery(parsed.ok ? parsed.ast : expect.fail(term), registry, clock)
      const where = compiled.ok ? compiled.where : expect.fail(JSON.stringify(compiled.problems))
      const harmless = parseQuery(term.replace(quoted, /[a-z]/i.test(text) ? '"x"' : '"0"'))
      const sameShape = compileQuery(harmless.ok ? harmless.ast : expect.fail(term), registry, clock)
      expect(where.sql).toBe(sameShape.ok ? sameShape.where.sql : '')
      await found(where)
    }
    expect(await search('')).toHaveLength(sample.length)
  })

  it('finds a value with every special character by that value', async () => {
    const id = '%_\\"\'*$?'
    await db.$executeRaw(
      Prisma.sql`INSERT INTO probe.documents (id, name, tags, data) VALUES (${id}, ${id}, ${[id]}, ${JSON.stringify({ [id]: { [id]: id } })}::jsonb)`,
    )
    const quoted = '"%_\\\\\\"\'*$?"'
    for (const term of [`id:${quoted}`, `name:${quoted}`, `tags:${quoted}`, `data.${quoted}.${quoted}:${quoted}`])
      expect(await search(term), term).toEqual([id])
    await db.$executeRaw(Prisma.sql`DELETE FROM probe.documents WHERE id = ${id}`)
  })
})
