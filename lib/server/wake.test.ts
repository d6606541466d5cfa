import { expect, it } from 'vitest'
import { untilWoken, wake } from './wake'

const never = new AbortController().signal

it('wakes whoever waits for that work, however many they are, and nobody else', async () => {
  const ended: string[] = []
  const other = new AbortController()
  const elsewhere = untilWoken('exports', 60_000, other.signal).then(() => ended.push('exports'))
  const waiting = [untilWoken('batches', 60_000, never), untilWoken('batches', 60_000, never)]
  wake('batches')
  await Promise.all(waiting)
  expect(ended).toEqual([])
  other.abort()
  await elsewhere
})

it('wakes by itself when the time is over, and at once when it is to end', async () => {
  await untilWoken('batches', 1, never)
  const ending = new AbortController()
  const waiting = untilWoken('batches', 60_000, ending.signal)
  ending.abort()
  await waiting
  await untilWoken('batches', 60_000, ending.signal)
})

it('remembers who was rung for while at work, once', async () => {
  wake('exports')
  wake('exports')
  await untilWoken('exports', 60_000, never)
  const ended: string[] = []
  const ending = new AbortController()
  const waiting = untilWoken('exports', 60_000, ending.signal).then(() => ended.push('exports'))
  await untilWoken('batches', 1, never)
  expect(ended).toEqual([])
  ending.abort()
  await waiting
})
