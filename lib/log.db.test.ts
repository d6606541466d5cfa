import { Writable } from 'node:stream'
import pino from 'pino'
import { beforeAll, describe, expect, it } from 'vitest'
import { Prisma, type PrismaClient } from './db/generated/client'
import { withTestDatabase } from './db/test-database'
import { describeError } from './log'

const CANARY = 'ada.canary@acme.example'
let db: PrismaClient

beforeAll(async () => {
  const test = await withTestDatabase()
  db = test.client
  return test.drop
})

/** What the log would say of an error. */
function logged(error: unknown): string {
  let written = ''
  const stream = new Writable({
    write(chunk, _encoding, done) {
      written += String(chunk)
      done()
    },
  })
  pino(stream).error({ error: describeError(error) }, 'a request failed')
  return written
}

const failing: [string, (db: PrismaClient) => Promise<unknown>][] = [
  ['a text that is no number', () => db.$queryRaw`select ${CANARY}::text::int`],
  ['a text that is no JSON', () => db.$queryRaw`select ${`{"mail": ${CANARY}`}::text::jsonb`],
  [
    'a key that is taken',
    () => db.$executeRaw`
    insert into mastra.records (id, data, "entityType", source) select ${CANARY}, '{}', 'A', 'B' from generate_series(1, 2)`,
  ],
  ['a value that is too long', () => db.$queryRaw`select ${CANARY}::text::"char"::text, (${CANARY}::varchar(3))::int`],
  ['a call that Prisma refuses', () => db.record.findMany({ where: { id: { in: [CANARY, JSON.parse('{"a":1}')] } } })],
  ['a row that is not there', () => db.user.findUniqueOrThrow({ where: { email: CANARY } })],
  [
    'an error raised with a value in it',
    () =>
      db.$executeRaw(Prisma.sql`
    select ${CANARY}::text, (array['a'])[1]::int, mastra_admin.cuid_time(${CANARY})`),
  ],
]

describe('the log', () => {
  it.each(failing)('says of %s what kind it is, and not what it was', async (_what, fail) => {
    const line = await fail(db).then(
      () => 'nothing failed',
      (error: unknown) => logged(error),
    )
    expect(line).toContain('a request failed')
    expect(line).not.toContain('canary')
    expect(JSON.parse(line).error).toMatchObject({
      name: expect.stringMatching(/./),
      stack: expect.stringMatching(/\bat /),
    })
  })

  it('keeps the sentence of what holds no data: a table that is missing, a time that is over', async () => {
    const missing = await db.$queryRaw`select from mastra.no_such_table`.catch(logged)
    expect(missing).toContain('no_such_table')
    const late = await db
      .$transaction(async (tx) => {
        await tx.$executeRaw`set local statement_timeout = 10`
        await tx.$queryRaw`select pg_sleep(1)::text`
      })
      .catch(logged)
    expect(late).toContain('57014')
  })
})
