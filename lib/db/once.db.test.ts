import { randomBytes } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { AppError } from '../errors'
import { addNote } from '../notes/add'
import { once, sweepCalls } from './once'
import { actorOf } from './test-actors'
import { type TestDatabase, withTestDatabase } from './test-database'
import { transact } from './transact'

let test: TestDatabase
const actor = actorOf('OPERATOR')
const newKey = () => randomBytes(16).toString('hex')

beforeAll(async () => {
  test = await withTestDatabase()
  return test.drop
})

const noteOf = (text: string) => ({ subjectType: 'connection' as const, subjectId: 'a-connection', text })
const press = (key: unknown, text: string) => ({ actorId: actor.id, verb: 'addNote', key, input: noteOf(text) })
const add = (key: unknown, text: string) => once(press(key, text), () => addNote(actor, noteOf(text)))
const notes = (text: string) => test.client.note.count({ where: { text } })

describe('a press of a button', () => {
  it('is done once, and asked again gives the first answer', async () => {
    const key = newKey()
    const first = await add(key, 'said once')
    expect(await add(key, 'said once')).toEqual(first)
    expect(await notes('said once')).toBe(1)
    expect(await test.client.auditEntry.count({ where: { subjectId: first.noteId } })).toBe(1)
  })

  it('is done once however many ask at a time', async () => {
    const key = newKey()
    const answers = await Promise.all(Array.from({ length: 5 }, () => add(key, 'said at a time')))
    expect(new Set(answers.map(({ noteId }) => noteId)).size).toBe(1)
    expect(await notes('said at a time')).toBe(1)
  })

  it('is another one with another key, other input, or of someone else', async () => {
    const key = newKey()
    await add(key, 'said twice')
    await add(newKey(), 'said twice')
    await add(key, 'said otherwise')
    const other = actorOf('OPERATOR', 'other')
    await once({ ...press(key, 'said twice'), actorId: other.id }, () => addNote(other, noteOf('said twice')))
    expect(await notes('said twice')).toBe(3)
    expect(await notes('said otherwise')).toBe(1)
  })

  it('that was refused or failed was not done, and is tried again', async () => {
    const key = newKey()
    const refused = once(press(key, 'not yet'), async () => {
      await transact(actor, async () => {
        throw new AppError('CONFLICT', 'Not yet.')
      })
    })
    await expect(refused).rejects.toThrow('Not yet.')
    await add(key, 'not yet')
    expect(await notes('not yet')).toBe(1)
  })

  it('whose process ended before it answered is not done again, and says so', async () => {
    const key = newKey()
    const died = once(press(key, 'unheard'), async () => {
      await addNote(actor, noteOf('unheard'))
      throw new Error('The process was killed.')
    })
    await expect(died).rejects.toThrow('killed')
    await expect(add(key, 'unheard')).rejects.toMatchObject({ code: 'CONFLICT', message: /already done/ })
    expect(await notes('unheard')).toBe(1)
  })

  it('of a page from before there were keys is done, and a key that no page makes is refused', async () => {
    await add(undefined, 'from before')
    expect(await notes('from before')).toBe(1)
    for (const key of ['', 'short', 7, null, { length: 32 }, 'x'.repeat(500)])
      await expect(add(key, 'forged')).rejects.toMatchObject({ code: 'INVALID' })
    expect(await notes('forged')).toBe(0)
  })

  it('leaves an answer that nobody can read without its key, for a day', async () => {
    const key = newKey()
    await once(press(key, 'secret'), async () => ({ token: 'canary-of-an-answer' }))
    const kept = JSON.stringify(
      await test.client.$queryRaw`select encode(id, 'hex') as id, answer from mastra_admin.verb_call`,
    )
    expect(kept).not.toContain('canary')
    expect(kept).not.toContain(key)
    const before = await test.client.verbCall.count()
    await sweepCalls()
    expect(await test.client.verbCall.count()).toBe(before)
    await sweepCalls(new Date(Date.now() + 25 * 60 * 60_000))
    expect(await test.client.verbCall.count()).toBe(0)
  })
})
