import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { undo } from '@/lib/audit/undo'
import type { PrismaClient } from '@/lib/db/generated/client'
import { actorOf } from '@/lib/db/test-actors'
import { withTestDatabase } from '@/lib/db/test-database'
import { editRecord } from './edit'
import { editInput } from './edit-schema'
import { revertRecord } from './revert'
import { softDeleteRecords } from './soft-delete'
import { insertRecords, storedRecords } from './test/insert-records'

const operator = actorOf('OPERATOR')
const SECRET = 'canary-of-a-secret'
let db: PrismaClient
let run = 0
let id: string

beforeAll(async () => {
  const test = await withTestDatabase()
  db = test.client
  return test.drop
})

beforeEach(async () => {
  run += 1
  id = `edited-${run}`
  const data = `{"name": "Ada", "big": 12345678901234567890, "api_key": "${SECRET}", "empty_token": null,
    "who": {"city": "London", "at": 1}, "list": [1, 2], "keys": [{"token": "${SECRET}", "of": "x"}]}`
  await insertRecords(db, [{ id, data, externalId: 'ext-1' }])
})

type Change = { path: string[]; from: string | null; to: string | null }
const parsed = (changes: Change[]) => editInput.parse({ id, changes })
const edit = (...changes: Change[]) => editRecord(operator, parsed(changes))
const change = (path: string, from: string | null, to: string | null): Change => ({ path: path.split('.'), from, to })
const dataOf = async () => (await storedRecords(db)).get(id)?.data ?? ''
const rowOf = () => db.record.findUniqueOrThrow({ where: { id } })
const trailOf = () => db.auditEntry.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } })
const sync = (key: string, value: string) =>
  db.$executeRaw`update mastra.records set data = data || jsonb_build_object(${key}::text, ${value}::jsonb) where id = ${id}`

describe('editing', () => {
  it('writes the keys that were changed and nothing else, to the digit, and says so in the trail', async () => {
    const before = await rowOf()
    const outcome = await edit(
      change('data.name', '"Ada"', '"Ada Lovelace"'),
      change('data.who.city', '"London"', null),
      change('data.n', null, '98765432109876543210.50'),
      change('externalId', '"ext-1"', 'null'),
      change('status', '"ACTIVE"', '"ARCHIVED"'),
    )
    expect(outcome).toMatchObject({ kind: 'saved', changed: 5 })
    const text = await dataOf()
    for (const part of ['"n": 98765432109876543210.50', '"big": 12345678901234567890', '"who": {"at": 1}', SECRET])
      expect(text).toContain(part)
    const after = await rowOf()
    expect(after).toMatchObject({ externalId: null, status: 'ARCHIVED' })
    expect({ ...after, data: null, externalId: null, status: null }).toEqual({
      ...before,
      data: null,
      externalId: null,
      status: null,
    })
    const [entry] = await trailOf()
    expect(entry).toMatchObject({
      action: 'record.edit',
      before: { data: { name: 'Ada', who: { city: 'London' } }, externalId: 'ext-1', status: 'ACTIVE' },
    })
    expect(JSON.stringify(entry)).not.toContain(SECRET)
  })

  it('keeps what a sync wrote to other keys meanwhile', async () => {
    await sync('city', '"Paris"')
    expect(await edit(change('data.name', '"Ada"', '"Eve"'))).toMatchObject({ kind: 'saved' })
    expect(await dataOf()).toContain('"city": "Paris"')
    expect(await dataOf()).toContain('"name": "Eve"')
  })

  it('refuses the whole where a key holds another value than was seen, and shows it masked', async () => {
    await sync('name', '"Grace"')
    const outcome = await edit(change('data.name', '"Ada"', '"Eve"'), change('data.n', null, '1'))
    expect(outcome.kind).toBe('conflict')
    const shown = JSON.stringify(outcome)
    expect(shown).toContain('Grace')
    expect(shown).not.toContain(SECRET)
    expect(await dataOf()).not.toContain('"n": 1')
    expect(await trailOf()).toEqual([])
  })

  it('does nothing the second time', async () => {
    const twice = [change('data.name', '"Ada"', '"Eve"')]
    await edit(...twice)
    expect(await edit(...twice)).toMatchObject({ kind: 'saved', changed: 0 })
    expect(await trailOf()).toHaveLength(1)
  })

  it('says what is missing, deleted, or cannot be stored', async () => {
    const name = change('data.name', '"Ada"', '"Eve"')
    await expect(editRecord(operator, { ...parsed([name]), id: 'no such' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    const invalid = { code: 'INVALID' }
    await expect(edit(change('data.name', '"Ada"', '"\\u0000"'))).rejects.toMatchObject(invalid)
    await expect(edit(change('data.n', null, '1e999999'))).rejects.toMatchObject(invalid)
    await expect(edit(change('status', '"ACTIVE"', '"GONE"'))).rejects.toMatchObject(invalid)
    await expect(edit(change('status', '"ACTIVE"', null))).rejects.toMatchObject(invalid)
    await expect(edit(change('externalId', '"ext-1"', '""'))).rejects.toMatchObject(invalid)
    expect(() => parsed([change('deletedAt', 'null', '"x"')])).toThrow()
    expect(() => parsed([change('data.name', '"Ada"', 'x')])).toThrow()
    await softDeleteRecords(operator, { ids: [id] })
    await expect(edit(name)).rejects.toMatchObject({ code: 'CONFLICT' })
    expect(await dataOf()).toContain('"name": "Ada"')
  })

  it('is refused to support, which may look', async () => {
    const wanted = parsed([change('data.name', '"Ada"', '"Eve"')])
    await expect(editRecord(actorOf('SUPPORT'), wanted)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await editRecord(actorOf('ADMIN'), wanted)).toMatchObject({ kind: 'saved' })
  })
})

describe('many writers at once', () => {
  it('lose nothing: every key that a sync wrote and every key that a person changed is there', async () => {
    const writers = Array.from({ length: 30 }, (_, n) =>
      n % 2 === 0 ? sync(`sync_${n}`, `${n}`) : edit(change(`data.mine_${n}`, null, `${n}`)),
    )
    const outcomes = await Promise.all(writers)
    for (const outcome of outcomes) if (typeof outcome === 'object') expect(outcome.kind).toBe('saved')
    const text = await dataOf()
    for (let n = 0; n < 30; n += 1) expect(text).toContain(`"${n % 2 === 0 ? 'sync' : 'mine'}_${n}": ${n}`)
    expect(await trailOf()).toHaveLength(15)
  })

  it('let one of those win who change the same key', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, n) => edit(change('data.name', '"Ada"', `"winner ${n}"`))),
    )
    expect(outcomes.filter(({ kind }) => kind === 'saved')).toHaveLength(1)
    expect(outcomes.filter(({ kind }) => kind === 'conflict')).toHaveLength(9)
    expect(await trailOf()).toHaveLength(1)
  })
})

describe('masked values', () => {
  const mask = '"••••••"'
  it('are neither written over, nor taken away, nor guessed', async () => {
    const refused = { code: 'INVALID' }
    await expect(edit(change('data.api_key', mask, '"mine"'))).rejects.toMatchObject(refused)
    await expect(edit(change('data.api_key', mask, null))).rejects.toMatchObject(refused)
    await expect(edit(change('data.api_key', `"${SECRET}"`, '"mine"'))).rejects.toMatchObject(refused)
    await expect(edit(change('data.api_key', '"a wrong guess"', '"mine"'))).rejects.toMatchObject(refused)
    await expect(edit(change('data.keys', `[{"token": ${mask}, "of": "x"}]`, '[]'))).rejects.toMatchObject(refused)
    await expect(edit(change('data.name', '"Ada"', mask))).rejects.toMatchObject(refused)
    await expect(edit(change('data', '[]', '{}'))).resolves.toMatchObject({ kind: 'conflict' })
    expect((await dataOf()).split(SECRET)).toHaveLength(3)
  })

  it('can be set where there was none, and are a conflict once a sync has set one', async () => {
    await sync('late_token', `"${SECRET}"`)
    const late = await edit(change('data.late_token', null, '"mine"'))
    expect(late.kind).toBe('conflict')
    expect(JSON.stringify(late)).not.toContain(SECRET)
    expect(await edit(change('data.empty_token', 'null', '"mine"'))).toMatchObject({ kind: 'saved' })
  })
})

describe('taking edits back', () => {
  it('gives the keys exactly what they held, is an edit itself, and can be undone in turn', async () => {
    const outcome = await edit(change('data.big', '12345678901234567890', '1'), change('data.who.at', '1', null))
    expect(await dataOf()).toContain('"big": 1,')
    await sync('other', '1')
    const correlationId = outcome.kind === 'saved' ? outcome.correlationId : ''
    const undone = await undo(operator, { correlationId })
    expect(await dataOf()).toContain('"other": 1')
    expect(await dataOf()).toContain('"big": 12345678901234567890')
    expect(await dataOf()).toContain('"who": {"at": 1, "city": "London"}')
    await undo(operator, { correlationId: undone.correlationId })
    expect(await dataOf()).toContain('"big": 1,')
    expect((await trailOf()).map(({ action }) => action)).toEqual(['record.edit', 'record.edit', 'record.edit'])
  })

  it('leaves a key alone that changed since', async () => {
    await edit(change('data.name', '"Ada"', '"Eve"'))
    await sync('name', '"Grace"')
    const [entry] = await trailOf()
    await expect(undo(operator, { entryId: entry?.id ?? '' })).rejects.toMatchObject({ code: 'CONFLICT' })
    expect(await dataOf()).toContain('"Grace"')
  })

  it('goes back to an earlier entry over all later ones, or not at all', async () => {
    await edit(change('data.name', '"Ada"', '"B"'))
    await edit(change('data.name', '"B"', '"C"'), change('data.n', null, '1'))
    await edit(change('data.name', '"C"', '"D"'), change('status', '"ACTIVE"', '"ARCHIVED"'))
    const [first] = await trailOf()
    const target = { id, entryId: first?.id ?? '' }
    await expect(revertRecord(actorOf('SUPPORT'), target)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(revertRecord(operator, { ...target, id: 'no such' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await sync('n', '2')
    await expect(revertRecord(operator, target)).rejects.toMatchObject({ code: 'CONFLICT' })
    expect(await dataOf()).toContain('"name": "D"')
    await sync('n', '1')
    await sync('city', '"Paris"')
    expect(await revertRecord(operator, target)).toMatchObject({ changed: 3 })
    const text = await dataOf()
    expect(text).toContain('"name": "B"')
    expect(text).toContain('"city": "Paris"')
    expect(text).not.toContain('"n"')
    expect((await rowOf()).status).toBe('ACTIVE')
    expect(await trailOf()).toHaveLength(4)
    expect(await revertRecord(operator, target)).toMatchObject({ changed: 0 })
    expect(await trailOf()).toHaveLength(4)
  })
})
