import { beforeAll, describe, expect, it } from 'vitest'
import { cuidsFrom } from './cuid'
import type { Tables } from './insert'
import { integrations } from './integrations'
import { randomFrom } from './random'
import { planDemo } from './seed'

const now = new Date('2026-03-01T12:00:00.000Z')

describe('randomFrom', () => {
  it('repeats itself, and a fork does not depend on what was drawn before', () => {
    const [one, other] = [randomFrom('seed'), randomFrom('seed')]
    const drawn = Array.from({ length: 50 }, () => one.int(0, 1_000))
    expect(Array.from({ length: 50 }, () => other.int(0, 1_000))).toEqual(drawn)
    expect(one.fork('a').next()).toBe(randomFrom('seed').fork('a').next())
    expect(one.fork('a').next()).not.toBe(one.fork('b').next())
  })

  it('picks different items in their order, as many as asked for', () => {
    const random = randomFrom('some')
    const items = [...Array(100).keys()]
    const some = random.some(items, 17)
    expect(some).toHaveLength(17)
    expect(some).toEqual([...new Set(some)].sort((a, b) => a - b))
    expect(random.some(items, 500)).toEqual(items)
  })
})

describe('cuidsFrom', () => {
  it('makes different ids that sort by their time', () => {
    const newId = cuidsFrom(randomFrom('ids'))
    const ids = Array.from({ length: 2_000 }, (_, index) => newId(new Date(now.getTime() + Math.floor(index / 2))))
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect(id).toMatch(/^c[0-9a-z]{24}$/)
    expect((ids[0] ?? '').slice(1, 9)).toBe(now.getTime().toString(36))
    expect((ids.at(-1) ?? '') > (ids[0] ?? '')).toBe(true)
  })
})

describe('planDemo', () => {
  let demo: Tables

  beforeAll(() => {
    demo = planDemo(now)
  }, 30_000)

  it('moves with the moment without changing its shape', () => {
    const shapeOf = ({ connections, records }: Tables) => ({
      connections: connections.map(({ name, connectionId, issues }) => [name, connectionId, issues.length]),
      records: records.map(({ source, entityType, status, enrichmentStatus, deletedAt }) =>
        [source, entityType, status, enrichmentStatus, deletedAt !== null].join(),
      ),
    })
    const later = planDemo(new Date('2027-07-09T05:00:00.000Z'))
    expect(shapeOf(later)).toEqual(shapeOf(demo))
    expect(later.records[0]?.createdAt).not.toEqual(demo.records[0]?.createdAt)
  }, 30_000)

  it('has nothing from the future and no deletion before its creation', () => {
    for (const { createdAt, updatedAt, deletedAt } of demo.records) {
      expect(createdAt.getTime()).toBeLessThanOrEqual(now.getTime())
      expect((updatedAt ?? createdAt).getTime()).toBeGreaterThanOrEqual(createdAt.getTime())
      expect((deletedAt ?? createdAt).getTime()).toBeGreaterThanOrEqual(createdAt.getTime())
      expect((deletedAt ?? now).getTime()).toBeLessThanOrEqual(now.getTime())
    }
  })

  it('describes keys that its documents have', () => {
    const random = randomFrom('keys')
    for (const kind of integrations.flatMap(({ kinds }) => kinds)) {
      const seen = new Set<string>()
      for (let number = 1; number <= 400; number += 1) {
        for (const key of Object.keys(kind.draft({ random, at: now, number }).data)) seen.add(key)
      }
      const unknown = kind.properties.map(({ name }) => name).filter((name) => !seen.has(name))
      expect(unknown, kind.type).toEqual([])
    }
  })
})
