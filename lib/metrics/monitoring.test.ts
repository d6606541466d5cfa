import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { makeMetrics } from './metrics'

const dashboard = readFileSync('docs/monitoring/dashboard.json', 'utf8')
const alerts = readFileSync('docs/monitoring/alerts.yml', 'utf8')
const guide = readFileSync('docs/monitoring.md', 'utf8')

/** Every name that a scrape has, with the labels that each may be asked by. */
function known(): Map<string, Set<string>> {
  const metrics = makeMetrics().registry.getMetricsAsArray()
  return new Map(
    metrics.flatMap((metric) => {
      const ends = String(metric.type) === 'histogram' ? ['_bucket', '_sum', '_count'] : ['']
      const labels = new Set(['job', 'instance', 'le', ...('labelNames' in metric ? labelsOf(metric.labelNames) : [])])
      return ends.map((end): [string, Set<string>] => [`${metric.name}${end}`, labels])
    }),
  )
}

const labelsOf = (names: unknown): string[] => (Array.isArray(names) ? names.map(String) : [])
const NAME = /\b(?:mastra_admin|nodejs|process)_[a-z0-9_]+/g

describe.each([
  ['the dashboard', dashboard],
  ['the alert rules', alerts],
])('%s', (_what, text) => {
  it('asks for metrics that there are', () => {
    const names = new Set(text.match(NAME))
    expect(names.size).toBeGreaterThan(5)
    const there = known()
    expect([...names].filter((name) => !there.has(name))).toEqual([])
  })

  it('asks by labels that they have', () => {
    const there = known()
    const selectors = [
      ...text.replaceAll('\\"', '"').matchAll(/\b((?:mastra_admin|nodejs|process)_[a-z0-9_]+)\{([^}]*)\}/g),
    ]
    const strange = selectors.flatMap(([, name = '', inside = '']) =>
      [...inside.matchAll(/([a-z_]+)\s*(?:=~|!~|!=|=)/g)]
        .map(([, label = '']) => label)
        .filter((label) => !there.get(name)?.has(label))
        .map((label) => `${name}{${label}}`),
    )
    expect(strange).toEqual([])
  })
})

describe('the guide', () => {
  it('has every metric of ours, and none that is not', () => {
    const ours = makeMetrics()
      .registry.getMetricsAsArray()
      .map(({ name }) => name)
      .filter((name) => name.startsWith('mastra_admin_'))
    expect([...new Set(guide.match(/\bmastra_admin_[a-z_]+/g))].sort()).toEqual(ours.sort())
  })

  it('has every alert', () => {
    const names = [...alerts.matchAll(/- alert: (\w+)/g)].map(([, name]) => name)
    expect(names.filter((name) => !guide.includes(name ?? ''))).toEqual([])
    expect(alerts.match(/summary:/g)?.length).toBe(names.length)
    expect(alerts.match(/look:/g)?.length).toBe(names.length)
  })
})
