import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { Actor } from '../auth/actor'
import type { PrismaClient } from '../db/generated/client'
import { actorOf } from '../db/test-actors'
import { withTestDatabase } from '../db/test-database'
import { AppError } from '../errors'
import { hub } from './hub'
import { endStreams, openStream } from './open-stream'
import { readWatch, type Watch } from './stream-schema'
import { takeMark } from './take-mark'

let db: PrismaClient
let watch: Watch

beforeAll(async () => {
  const test = await withTestDatabase()
  db = test.client
  watch = readWatch({ table: 'records', since: await takeMark(db) }) ?? expect.fail()
  return async () => {
    endStreams()
    await vi.waitFor(() => expect(hub().running).toBe(false), { timeout: 15_000 })
    await test.drop()
  }
})

const never = new AbortController().signal
const times = { beat: 15_000, check: 30_000, longest: 60_000 }

function open(
  actor: Actor,
  change: { still?: () => Promise<Actor | null>; signal?: AbortSignal; times?: object } = {},
) {
  const still = change.still ?? (async () => actor)
  return openStream(actor, { watch, timeZone: 'UTC' }, still, change.signal ?? never, { ...times, ...change.times })
}

/** Everything that the stream says until it ends. */
async function textOf(stream: Promise<ReadableStream<Uint8Array>>): Promise<string> {
  return new Response(await stream).text()
}

/** What it says until that is found in it, whenever that is; then its reader leaves. */
async function textUntil(found: RegExp, stream: Promise<ReadableStream<Uint8Array>>): Promise<string> {
  let text = ''
  for await (const piece of await stream) {
    text += Buffer.from(piece).toString()
    if (found.test(text)) break
  }
  return text
}

describe('a stream', () => {
  it('gives a sign of life while there is nothing to say', async () => {
    const text = await textUntil(/(: \n\n.*){3}/s, open(actorOf('SUPPORT', 'idle'), { times: { beat: 20 } }))
    expect(text.split(': \n\n').length).toBeGreaterThan(3)
  })

  it('asks the browser to come again when it has lasted as long as one may', async () => {
    const text = await textOf(open(actorOf('SUPPORT', 'stayer'), { times: { longest: 50 } }))
    expect(text).toMatch(/event: again\ndata: \n\n$/)
  })

  it('ends when its person may not look any more, and not before', async () => {
    const actor = actorOf('SUPPORT', 'leaver')
    let asked = 0
    const still = async () => {
      asked += 1
      return asked < 3 ? actor : null
    }
    expect(await textOf(open(actor, { still, times: { check: 20 } }))).toMatch(/event: end\ndata: \n\n$/)
    expect(asked).toBe(3)
  })

  it('asks the browser to come again when nobody can tell who that is', async () => {
    const still = () => Promise.reject(new Error('the database is away'))
    expect(await textOf(open(actorOf('SUPPORT', 'outage'), { still, times: { check: 20 } }))).toContain('event: again')
  })

  it('says nothing but numbers and ids', async () => {
    const news = /event: news\ndata: (.*)\n/
    const [, data] = news.exec(await textUntil(news, open(actorOf('SUPPORT', 'curious')))) ?? []
    expect(JSON.parse(data ?? '')).toEqual({ fresh: 0, more: false, changed: [], byUser: false })
  })

  it('gives everything back when it is broken off, by its signal or its reader, 200 times', async () => {
    for (let round = 0; round < 20; round += 1) {
      const actor = actorOf('SUPPORT', `visitor-${round % 3}`)
      const leaving = new AbortController()
      const streams = await Promise.all(Array.from({ length: 10 }, () => open(actor, { signal: leaving.signal })))
      expect(hub().size).toBe(10)
      await Promise.all(streams.slice(0, 5).map((stream) => stream.cancel()))
      expect(hub().size).toBe(5)
      leaving.abort()
      expect(hub().size).toBe(0)
    }
    await expect.poll(() => hub().running).toBe(false)
    const busy = await db.$queryRaw<{ pid: number }[]>`
      select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'
        and backend_type = 'client backend'`
    expect(busy).toEqual([])
  })

  it('is one of twelve of a person; another person has their own', async () => {
    const [one, other] = [actorOf('SUPPORT', 'many-tabs'), actorOf('SUPPORT', 'few-tabs')]
    const streams = await Promise.all(Array.from({ length: 12 }, () => open(one)))
    await expect(open(one)).rejects.toThrow(AppError)
    streams.push(await open(other))
    await streams[0]?.cancel()
    streams.push(await open(one))
    for (const stream of streams.slice(1)) await stream.cancel()
    expect(hub().size).toBe(0)
  })

  it('asks the browser to come again when the role is another by now', async () => {
    const still = async () => actorOf('OPERATOR', 'climber')
    const text = await textOf(open(actorOf('SUPPORT', 'climber'), { still, times: { check: 20 } }))
    expect(text).toMatch(/event: again\ndata: \n\n$/)
  })

  it('is refused for a list that was not understood', async () => {
    for (const list of [{ state: 'gone' }, { q: 'nothing:1' }]) {
      const asked = openStream(
        actorOf('ADMIN'),
        { watch: { ...watch, list }, timeZone: 'UTC' },
        async () => null,
        never,
      )
      await expect(asked).rejects.toThrow(AppError)
    }
    expect(hub().size).toBe(0)
  })

  it('is no way around the limit of filters that compare what is masked', async () => {
    const actor = actorOf('SUPPORT', 'guesser')
    const guess = (pin: number) =>
      openStream(
        actor,
        { watch: { ...watch, list: { q: `data.token:${pin}` } }, timeZone: 'UTC' },
        async () => actor,
        never,
      )
    for (let pin = 0; pin < 60; pin += 1) await (await guess(pin)).cancel()
    await expect(guess(60)).rejects.toThrow(AppError)
    await (await guess(0)).cancel()
    expect(await db.auditEntry.count({ where: { actorId: actor.id, action: 'filter.masked' } })).toBe(60)
  })
})
