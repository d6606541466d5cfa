import type { Size } from './bench'
import { against, ms, table } from './bench-figures'

/** What the figures are held against: docs/performance.md says where each comes from. */
const GROWTH = 1.3
const DEEP = 1.2
const OWN = 1.5
const DATABASE = 1.5
const ABOVE_IDEAL = 40
const PER_CORE = 100
const P95 = 400
const MEMORY = 1.2

/** Every figure as text: a table for each number of rows, the growth from the first to the last, load and memory. */
export function report(sizes: readonly Size[]): string {
  const parts = [...sizes.map(sizeTable), ...growthTable(sizes), ...sizes.flatMap(loadLines)]
  return `\n${parts.join('\n\n')}\n`
}

function sizeTable({ rows, measured }: Size): string {
  const heading = [
    '',
    'own',
    'p95',
    'indexed',
    'p95',
    'rows',
    'database',
    'ideal',
    'p95',
    'db/ideal',
    'page-ideal',
    'common',
    'faster',
  ]
  const lines = measured.map(({ operation, own, indexed, database, ideal, common }) => [
    operation.name,
    ms(own.whole.median),
    ms(own.whole.p95),
    ms(indexed.whole.median),
    ms(indexed.whole.p95),
    ms(indexed.rows.median),
    ms(database),
    ms(ideal.median),
    ms(ideal.p95),
    against(database / Math.max(ideal.median, 0.1), DATABASE),
    `${ms(indexed.whole.median - ideal.median)} ${indexed.whole.median - ideal.median <= ABOVE_IDEAL ? 'ok' : `over ${ABOVE_IDEAL}`}`,
    common ? ms(common.median) : '',
    common ? `${(common.median / own.whole.median).toFixed(1)}×` : '',
  ])
  const [first, deep] = measured
  const record = measured.find(({ operation }) => operation.name === 'record page')
  const own = [first, deep, record].flatMap((found) =>
    found ? [`${found.operation.name} ${against(found.own.whole.median / found.indexed.whole.median, OWN)}`] : [],
  )
  const ratio = first && deep ? against(deep.indexed.whole.median / first.indexed.whole.median, DEEP) : ''
  return [
    `${rows.toLocaleString('en-GB')} records (milliseconds; "own" is Mastra's own indexes alone, whole page over HTTP)`,
    table([heading, ...lines]),
    `The deep page beside the first: ${ratio}. Own indexes beside the recommended ones: ${own.join(', ')}.`,
  ].join('\n')
}

function growthTable(sizes: readonly Size[]): string[] {
  const [first, last] = [sizes[0], sizes.at(-1)]
  if (!first || !last || first === last) return []
  const lines = last.measured.flatMap((measured, at) => {
    const small = first.measured[at]
    if (!small) return []
    const growth = (of: 'own' | 'indexed') => against(measured[of].whole.median / small[of].whole.median, GROWTH)
    return [[measured.operation.name, growth('own'), growth('indexed')]]
  })
  const title = `Growth from ${first.rows.toLocaleString('en-GB')} to ${last.rows.toLocaleString('en-GB')} records`
  return [`${title}\n${table([['', 'own', 'indexed'], ...lines])}`]
}

function loadLines({ rows, load, memory }: Size): string[] {
  const [first, last] = memory
  const lines = [
    `${rows.toLocaleString('en-GB')} records, 16 people at once: ${load.pagesPerSecond.toFixed(1)} pages a second, ` +
      `${load.perCore.toFixed(1)} a second and core of the server (${load.perCore >= PER_CORE ? 'ok' : `below ${PER_CORE}`}), ` +
      `p95 ${ms(load.whole.p95)} ms (${load.whole.p95 <= P95 ? 'ok' : `over ${P95}`})`,
  ]
  if (first && last)
    lines.push(
      `Memory: ${megabytes(first.bytes)} after ${first.after} pages, ${megabytes(last.bytes)} after ${last.after}: ` +
        against(last.bytes / first.bytes, MEMORY),
    )
  return lines
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`
}
