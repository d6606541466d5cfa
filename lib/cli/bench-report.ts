import type { Machine, Measured, Size } from './bench'
import { against, atLeast, megabytes, ms, table } from './bench-figures'
import { paletteLines } from './bench-palette'
import { sizesTable, writesTable } from './bench-sizes'

/** What the figures are held against: docs/performance.md says where each comes from. */
const GROWTH = 1.3
const DEEP = 1.2
const OWN = 1.5
const DATABASE = 1.5
const ABOVE_IDEAL = 40
const FASTER = 10
const PER_CORE = 100
const P95 = 400
const MEMORY = 1.2
const EXPORT = 2
const BATCH = 20_000
const BESIDE = 2
/** Statements shown of each page, the dearest. */
const SHOWN = 4

/** Every figure as text: tables for each number of rows, the growth from the first to the last, load and memory. */
export function report(sizes: readonly Size[], { processors, load }: Machine): string {
  const busy = `The machine: ${processors} processors, ${load.toFixed(1)} processes on them when the bench began${
    load > processors / 2 ? ', so every time below is too long' : ''
  }.`
  const held = sizesTable(sizes)
  const writes = sizes.flatMap(({ rows, writes }) =>
    writes.length > 0 ? [`${rows.toLocaleString('en-GB')} records: writes of a sync\n${writesTable(writes)}`] : [],
  )
  const parts = [
    busy,
    ...sizes.flatMap(sizeTables),
    ...growthTable(sizes),
    held,
    ...writes,
    ...sizes.flatMap(manyLines),
  ]
  return `\n${parts.join('\n\n')}\n`
}

function sizeTables(size: Size): string[] {
  const { rows, measured, built } = size
  const title = `${rows.toLocaleString('en-GB')} records`
  const search = paletteLines(rows, size.palette.own, size.palette.indexed)
  if (measured.length === 0) return [...search, `${title}\n${indexLines(built)}`]
  return [
    `${title}: the whole page over HTTP, milliseconds ("own": Mastra's own indexes alone)\n${pageTable(measured)}`,
    `${title}: time in Postgres, milliseconds, and pages of 8 kB that were read\n${databaseTable(measured)}`,
    `${title}: statements with the recommended indexes, milliseconds\n${statementLines(measured)}`,
    ratios(measured),
    ...search,
    indexLines(built),
  ]
}

function pageTable(measured: readonly Measured[]): string {
  const heading = ['', 'own', 'p95', 'indexed', 'p95', 'to rows', 'processor', 'above ideal', 'common', 'faster']
  const lines = measured.map(({ operation, own, indexed, idealPage, common }) => [
    operation.name,
    ms(own.whole.median),
    ms(own.whole.p95),
    ms(indexed.whole.median),
    ms(indexed.whole.p95),
    ms(indexed.rows.median),
    ms(indexed.processor),
    against(indexed.whole.median - idealPage.median, ABOVE_IDEAL, 0),
    common ? ms(common.median) : '',
    common ? atLeast(common.median / own.whole.median, FASTER) : '',
  ])
  return table([heading, ...lines])
}

function databaseTable(measured: readonly Measured[]): string {
  const heading = [
    '',
    'own',
    'indexed',
    'ideal rows',
    'p95',
    'ideal page',
    'p95',
    'indexed/ideal',
    'read own',
    'read indexed',
  ]
  const lines = measured.map(({ operation, own, indexed, ideal, idealPage }) => [
    operation.name,
    ms(own.database.spent),
    ms(indexed.database.spent),
    ms(ideal.median),
    ms(ideal.p95),
    ms(idealPage.median),
    ms(idealPage.p95),
    against(indexed.database.spent / Math.max(idealPage.median, 0.1), DATABASE),
    own.database.pages.toFixed(0),
    indexed.database.pages.toFixed(0),
  ])
  return table([heading, ...lines])
}

function statementLines(measured: readonly Measured[]): string {
  return measured
    .flatMap(({ operation, indexed }) => [
      operation.name,
      ...indexed.database.statements
        .slice(0, SHOWN)
        .map(({ text, calls, spent }) => `  ${ms(spent).padStart(5)}  ${calls.toFixed(1)} × ${text.slice(0, 110)}`),
    ])
    .join('\n')
}

function ratios(measured: readonly Measured[]): string {
  const named = (start: string) => measured.find(({ operation }) => operation.name.startsWith(start))
  const [first, deep] = [named('first page'), named('page ')]
  const own = [first, deep, named('record page')].flatMap((found) =>
    found ? [`${found.operation.name} ${against(found.own.whole.median / found.indexed.whole.median, OWN)}`] : [],
  )
  const ratio = first && deep ? against(deep.indexed.whole.median / first.indexed.whole.median, DEEP) : 'not measured'
  return `The deep page beside the first: ${ratio}. Own indexes beside the recommended ones: ${own.join(', ')}.`
}

function indexLines(built: Size['built']): string {
  const lines = built.map(({ name, seconds, bytes }) => [
    name,
    seconds === null ? 'before' : seconds.toFixed(1),
    megabytes(bytes),
  ])
  return table([['', 'seconds to build', 'size'], ...lines])
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

function manyLines({ rows, load, memory, exports, batches }: Size): string[] {
  const lines: string[] = []
  if (load)
    lines.push(
      `${rows.toLocaleString('en-GB')} records, 16 people at once: ${load.pagesPerSecond.toFixed(1)} pages a second, ` +
        `${atLeast(load.perCore, PER_CORE)} a second and core of the server, p95 ${against(load.whole.p95, P95, 0)} ms`,
    )
  const [first, last] = memory
  if (first && last)
    lines.push(
      `Memory: ${megabytes(first.bytes)} after ${first.after} pages, ${megabytes(last.bytes)} after ${last.after}: ` +
        against(last.bytes / first.bytes, MEMORY),
    )
  for (const { what, format, whole, copy, grown } of exports)
    lines.push(
      `${rows.toLocaleString('en-GB')} records, export of the ${what} as ${format}: ${ms(whole)} ms, beside COPY ` +
        `${against(whole / copy, EXPORT)}, memory + ${megabytes(grown)}`,
    )
  for (const { verb, rows: changed, prepared, changed: spent, idle, beside } of batches)
    lines.push(
      `${changed.toLocaleString('en-GB')} records, ${verb} as a batch: prepared in ${ms(prepared)} ms, ` +
        `${atLeast((changed / spent) * 1_000, BATCH)} a second; the list takes ${ms(idle.median)} ms, meanwhile beside it ` +
        against(beside.median / idle.median, BESIDE),
    )
  return lines
}
