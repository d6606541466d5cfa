import { describe, expect, it, vi } from 'vitest'
import { WaitingLine } from './waiting-line'

const most = { atOnce: 2, waiting: 2, milliseconds: 1_000 }

describe('a line', () => {
  it('lets in so many, and the others in their order as places become free', async () => {
    const line = new WaitingLine()
    const order: number[] = []
    const come = (place: number) => line.enter(most).then((isIn) => isIn && order.push(place))
    const all = [1, 2, 3, 4].map(come)
    await Promise.all(all.slice(0, 2))
    expect(line.size).toEqual({ inside: 2, waiting: 2 })
    expect(order).toEqual([1, 2])
    expect(await line.enter(most)).toBe(false)
    line.leave()
    await all[2]
    line.leave()
    await all[3]
    expect(order).toEqual([1, 2, 3, 4])
    line.leave()
    line.leave()
    expect(line.size).toEqual({ inside: 0, waiting: 0 })
  })

  it('lets go of who has left or waited for too long, and their place is no one’s', async () => {
    vi.useFakeTimers()
    try {
      const line = new WaitingLine()
      await line.enter({ ...most, atOnce: 1 })
      const leaving = new AbortController()
      const left = line.enter({ ...most, atOnce: 1 }, leaving.signal)
      const patient = line.enter({ ...most, atOnce: 1 })
      leaving.abort()
      expect(await left).toBe(false)
      vi.advanceTimersByTime(1_000)
      expect(await patient).toBe(false)
      expect(line.size).toEqual({ inside: 1, waiting: 0 })
      expect(await line.enter(most, leaving.signal)).toBe(false)
      line.leave()
      expect(await line.enter({ ...most, atOnce: 1 })).toBe(true)
    } finally {
      vi.useRealTimers()
    }
  })
})
