import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../auth/actor'
import { actorOf } from '../db/test-actors'
import { type TestDatabase, withTestDatabase } from '../db/test-database'
import { changeView } from './change'
import { clearDefaultView } from './clear-default'
import { deleteView } from './delete'
import { duplicateView } from './duplicate'
import { putBackView } from './put-back'
import { findView, listViews } from './queries'
import { renameView } from './rename'
import { saveView } from './save'
import { MOST_VIEWS, saveViewInput } from './schema'
import { setDefaultView } from './set-default'
import { shareView } from './share'
import { unshareView } from './unshare'

const ada = actorOf('SUPPORT', 'ada')
const bea = actorOf('SUPPORT', 'bea')
const admin = actorOf('ADMIN')

describe('saved views', () => {
  let test: TestDatabase
  let made = 0
  beforeAll(async () => {
    test = await withTestDatabase()
  })
  afterAll(() => test.drop())

  const save = (actor: Actor, change: Partial<Parameters<typeof saveView>[1]> = {}) => {
    made += 1
    return saveView(actor, { table: 'records', name: `View ${made}`, query: 'state=all', shared: false, ...change })
  }
  const names = async (actor: Actor) => (await listViews(actor, 'records')).map(({ name }) => name)
  const defaultViewOf = async (actor: Actor, table: 'records' | 'connections') =>
    (await listViews(actor, table)).find(({ defaultFor }) => defaultFor.includes(actor.role)) ?? null
  const trail = async (subjectId: string) =>
    (await test.client.auditEntry.findMany({ where: { subjectId }, orderBy: { id: 'asc' } })).map(
      ({ action }) => action,
    )
  const stored = (id: string) => test.client.savedView.findUniqueOrThrow({ where: { id } })

  const refusals = async (attempts: Promise<unknown>[]) => {
    const settled = await Promise.allSettled(attempts)
    return new Set(settled.map((end) => (end.status === 'rejected' ? end.reason.code : 'done')))
  }

  it('keeps a state under a name for oneself, and no place in the list', async () => {
    const query = 'after=x&q=status%3AACTIVE&size=100&count=exact&view=all&sort=id'
    const { viewId } = await save(ada, { name: 'Active', query })
    expect((await stored(viewId)).query).toBe('q=status%3AACTIVE&sort=id&size=100')
    expect(await names(ada)).toContain('Active')
    expect(await names(bea)).not.toContain('Active')
    expect(await findView(bea, viewId)).toBeNull()
    expect(await findView(ada, viewId)).toMatchObject({ table: 'records' })
    expect(await trail(viewId)).toEqual(['view.save'])
  })

  it('refuses a state that is not understood, and a name that is none', async () => {
    for (const query of ['q=nonsense%3A1', 'columns=nonsense', 'sort=nonsense'])
      await expect(save(ada, { query })).rejects.toMatchObject({ code: 'INVALID' })
    const input = { table: 'records', name: ' Fine ', query: '', shared: false }
    expect(saveViewInput.parse(input).name).toBe('Fine')
    for (const name of ['', '   ', 'x'.repeat(61), 'a\u0000b'])
      expect(saveViewInput.safeParse({ ...input, name }).success).toBe(false)
    expect(saveViewInput.safeParse({ ...input, table: 'users' }).success).toBe(false)
  })

  it('leaves what someone else keeps to themselves alone, as if it were not there', async () => {
    const { viewId } = await save(ada, { name: 'Private' })
    const input = { viewId }
    for (const other of [bea, admin])
      expect(
        await refusals([
          changeView(other, { ...input, query: '', seen: 'state=all' }),
          renameView(other, { ...input, name: 'Mine', seen: 'Private' }),
          duplicateView(other, input),
          deleteView(other, input),
        ]),
      ).toEqual(new Set(['NOT_FOUND']))
    await expect(shareView(admin, input)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await stored(viewId)).toMatchObject({ name: 'Private', query: 'state=all', shared: false })
    expect(await trail(viewId)).toEqual(['view.save'])
  })

  it('lets only administrators share and change what is shared, and everyone see and copy it', async () => {
    await expect(save(ada, { shared: true })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const { viewId } = await save(admin, { name: 'For all', shared: true })
    const input = { viewId }
    for (const actor of [ada, actorOf('OPERATOR')])
      expect(
        await refusals([
          changeView(actor, { ...input, query: '', seen: 'state=all' }),
          renameView(actor, { ...input, name: 'Mine', seen: 'For all' }),
          deleteView(actor, input),
          shareView(actor, input),
          unshareView(actor, input),
          setDefaultView(actor, { ...input, role: 'SUPPORT' }),
          clearDefaultView(actor, { ...input, role: 'SUPPORT' }),
        ]),
      ).toEqual(new Set(['FORBIDDEN']))
    expect(await trail(viewId)).toEqual(['view.save'])
    expect(await names(ada)).toContain('For all')
    expect(await duplicateView(ada, input)).toMatchObject({ name: 'For all copy' })
    expect(await duplicateView(ada, input)).toMatchObject({ name: 'For all copy 2' })
    const other = actorOf('ADMIN', 'other-admin')
    expect(await renameView(other, { viewId, name: 'For everyone', seen: 'For all' })).toMatchObject({ changed: true })
  })

  it('changes and renames only from what was seen', async () => {
    const { viewId } = await save(ada, { name: 'First' })
    expect(await changeView(ada, { viewId, query: 'size=100', seen: 'state=all' })).toMatchObject({ changed: true })
    expect(await changeView(ada, { viewId, query: 'size=100', seen: 'state=all' })).toMatchObject({ changed: false })
    await expect(changeView(ada, { viewId, query: '', seen: 'state=all' })).rejects.toMatchObject({ code: 'CONFLICT' })
    expect(await renameView(ada, { viewId, name: 'Second', seen: 'First' })).toMatchObject({ changed: true })
    await expect(renameView(ada, { viewId, name: 'Third', seen: 'First' })).rejects.toMatchObject({ code: 'CONFLICT' })
    await save(ada, { name: 'Taken' })
    await expect(renameView(ada, { viewId, name: 'Taken', seen: 'Second' })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: 'There is a view named “Taken” already. Choose another name.',
    })
    expect(await trail(viewId)).toEqual(['view.save', 'view.change', 'view.rename'])
  })

  it('gives a name to one of two who save at the same moment, and to each table and person on their own', async () => {
    const attempts = await Promise.allSettled(Array.from({ length: 4 }, () => save(ada, { name: 'Wanted' })))
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const attempt of attempts)
      if (attempt.status === 'rejected') expect(attempt.reason).toMatchObject({ code: 'CONFLICT' })
    await save(bea, { name: 'Wanted' })
    await save(ada, { name: 'Wanted', table: 'audit', query: '' })
  })

  it('gives a deleted view back to whoever may delete it, once, with the defaults that are free', async () => {
    const { viewId } = await save(admin, { name: 'Default', shared: true })
    for (const role of ['SUPPORT', 'OPERATOR'] as const) await setDefaultView(admin, { viewId, role })
    const deletion = await deleteView(admin, { viewId })
    expect(await defaultViewOf(ada, 'records')).toBeNull()
    const other = await save(admin, { name: 'Other', shared: true })
    await setDefaultView(admin, { viewId: other.viewId, role: 'OPERATOR' })
    await expect(putBackView(ada, deletion)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await putBackView(admin, deletion)).toEqual({ viewId })
    await expect(putBackView(admin, deletion)).rejects.toMatchObject({ code: 'CONFLICT' })
    expect(await defaultViewOf(ada, 'records')).toMatchObject({ id: viewId })
    expect(await defaultViewOf(actorOf('OPERATOR'), 'records')).toMatchObject({ id: other.viewId })
    await clearDefaultView(admin, { viewId: other.viewId, role: 'OPERATOR' })
    await unshareView(admin, { viewId })

    const own = await save(ada, { name: 'Own' })
    const ownDeletion = await deleteView(ada, { viewId: own.viewId })
    await expect(putBackView(bea, ownDeletion)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const twice = await Promise.allSettled([putBackView(ada, ownDeletion), putBackView(ada, ownDeletion)])
    expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await trail(own.viewId)).toEqual(['view.save', 'view.delete', 'view.put-back'])
  })

  it('has one default for each role and table, shared views only, also when two are chosen at once', async () => {
    const first = await save(admin, { name: 'One', shared: true })
    const second = await save(admin, { name: 'Two', shared: true })
    const own = await save(admin, { name: 'Not shared' })
    await expect(setDefaultView(admin, { viewId: own.viewId, role: 'SUPPORT' })).rejects.toMatchObject({
      code: 'CONFLICT',
    })
    expect(await defaultViewOf(bea, 'records')).toBeNull()
    await Promise.all([first, second].map(({ viewId }) => setDefaultView(admin, { viewId, role: 'SUPPORT' })))
    const chosen = await defaultViewOf(bea, 'records')
    expect([first.viewId, second.viewId]).toContain(chosen?.id)
    expect(await defaultViewOf(admin, 'records')).toBeNull()
    expect(await defaultViewOf(bea, 'connections')).toBeNull()
    const viewId = chosen?.id ?? ''
    expect(await unshareView(admin, { viewId })).toEqual({ changed: true, defaultFor: ['SUPPORT'] })
    expect(await defaultViewOf(bea, 'records')).toBeNull()
    expect(await unshareView(admin, { viewId })).toMatchObject({ changed: false })
  })

  it('keeps at most a hundred for each person', async () => {
    const many = actorOf('SUPPORT', 'many')
    const owner = { ownerId: many.id, ownerEmail: many.email, table: 'records', query: '' }
    const data = Array.from({ length: MOST_VIEWS - 1 }, (_, place) => ({ ...owner, name: `Kept ${place}` }))
    await test.client.savedView.createMany({ data })
    const attempts = await Promise.allSettled([save(many), save(many), save(many)])
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await expect(save(many)).rejects.toMatchObject({ code: 'LIMIT' })
  })
})
