import { AsyncLocalStorage } from 'node:async_hooks'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readAbortReasons } from './abort-reasons'

interface Request {
  name: string
}

const requests = new AsyncLocalStorage<Request>()
const { abort } = AbortController.prototype
let collect: () => void

beforeAll(() => {
  setFlagsFromString('--expose-gc')
  collect = runInNewContext('gc')
  readAbortReasons()
})
afterAll(() => {
  AbortController.prototype.abort = abort
})

/** Aborts at the end of a request that nobody else knows of, as React does. */
async function abortedInRequest(controller: AbortController, reason: () => unknown): Promise<WeakRef<Request>> {
  const request = { name: 'over' }
  const end = () => controller.abort(reason())
  await requests.run(request, () => new Promise<void>((resolve) => setImmediate(() => resolve(end()))))
  return new WeakRef(request)
}

describe('the reason of an abort', () => {
  it.each([
    ['an error', () => new Error('This page is made.')],
    ['the one of Node itself', () => undefined],
  ])('keeps nothing of the request that it came from, where it is %s', async (_, reason) => {
    const controller = new AbortController()
    const kept = await abortedInRequest(controller, reason)
    const isKept = () => {
      collect()
      return kept.deref() !== undefined
    }
    await expect.poll(isKept).toBe(false)
    expect(controller.signal.reason.stack).toContain('abort-reasons.test')
  })

  it('is left as it was given', () => {
    const [error, controller, others] = [new Error('mine'), new AbortController(), new AbortController()]
    controller.abort(error)
    others.abort('left')
    expect(controller.signal.reason).toBe(error)
    expect(others.signal.reason).toBe('left')
    expect(others.signal.aborted).toBe(true)
  })
})
