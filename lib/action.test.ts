import { describe, expect, it } from 'vitest'
import { publicAction } from './action'
import { AppError, DEFAULT_MESSAGES } from './errors'
import { setUpInput } from './users/schema'

const WELL_FORMED = { token: 'x', email: 'ada@example.test', password: 'correct horse battery' }

describe('what an action answers', () => {
  const reached: unknown[] = []
  const call = publicAction(setUpInput, async (input) => {
    reached.push(input)
    if (input.token === 'used') throw new AppError('NOT_FOUND', 'This link was used.')
    return 'done'
  })

  it.each(['null', '"text"', '7', '[]', '{}', '{"token":{"$ne":1}}'])(
    'to the forged %s is a sentence without our types, and the verb never hears of it',
    async (forged) => {
      reached.length = 0
      expect(await call(JSON.parse(forged))).toEqual({ ok: false, code: 'INVALID', message: DEFAULT_MESSAGES.INVALID })
      expect(reached).toEqual([])
    },
  )

  it("to a person's slip is the sentence of the field", async () => {
    expect(await call({ ...WELL_FORMED, email: 'ada' })).toMatchObject({ message: 'This is not an e-mail address.' })
    expect(await call({ ...WELL_FORMED, password: 'short' })).toMatchObject({
      message: 'The password needs at least 12 characters.',
    })
  })

  it('to what is well formed is what the verb says', async () => {
    expect(await call(WELL_FORMED)).toEqual({ ok: true, value: 'done' })
    expect(await call({ ...WELL_FORMED, token: 'used' })).toMatchObject({ code: 'NOT_FOUND' })
  })
})
