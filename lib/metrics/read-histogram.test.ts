import { Histogram, Registry } from 'prom-client'
import { describe, expect, it } from 'vitest'
import { readHistogram } from './read-histogram'

describe('what a histogram has seen', () => {
  it('is told by one label, the others taken together, most time first', async () => {
    const histogram = new Histogram({
      name: 'probe_seconds',
      help: 'Of a test.',
      labelNames: ['route', 'method'],
      buckets: [0.1, 1],
      registers: [new Registry()],
    })
    for (let n = 0; n < 19; n += 1) histogram.observe({ route: '/a', method: 'GET' }, 0.05)
    histogram.observe({ route: '/a', method: 'POST' }, 0.5)
    histogram.observe({ route: '/b', method: 'GET' }, 20)
    const [b, a] = await readHistogram(histogram, 'route')
    expect(b).toEqual({ name: '/b', count: 1, total: 20, within: null })
    expect(a).toMatchObject({ name: '/a', count: 20, within: 0.1 })
    expect(a?.total).toBeCloseTo(1.45)
  })
})
