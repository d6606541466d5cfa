import type { Sample } from './soak-sample'

interface Line {
  name: string
  /** Undefined where it was not looked at. */
  of: (sample: Sample) => number | undefined
  /** One of the three colours, which have to be told apart by who sees no colours too: the second is dashed, the third has dots. */
  tone: 1 | 2 | 3
}

interface Panel {
  title: string
  lines: readonly Line[]
  /** A value that is not to be exceeded. */
  limit?: number
}

const WIDTH = 860
const LEFT = 56
const RIGHT = 14
const HEIGHT = 104
const GAP = 44
const TOP = 58

/** Pictures in a page cannot take its colours, but they hear whether it is light or dark. */
const STYLE = `
text{font:12px system-ui,sans-serif;fill:#3f3f46}.title{font-weight:600;fill:#18181b}.head{font-size:15px;font-weight:600;fill:#18181b}
.grid{stroke:#e4e4e7}.limit{stroke:#b91c1c;stroke-dasharray:2 3}.a{stroke:#2563eb}.b{stroke:#b45309;stroke-dasharray:5 3}.c{stroke:#15803d}.dot{fill:#15803d}
.line{fill:none;stroke-width:1.5;stroke-linejoin:round}.paper{fill:#ffffff}
@media (prefers-color-scheme:dark){text{fill:#a1a1aa}.title,.head{fill:#f4f4f5}.grid{stroke:#3f3f46}.limit{stroke:#f87171}.a{stroke:#60a5fa}.b{stroke:#fbbf24}.c{stroke:#4ade80}.dot{fill:#4ade80}.paper{fill:#18181b}}
`.trim()

/** The run as a picture: five panels over one axis of minutes. */
export function graphOf(
  samples: readonly Sample[],
  { title, pool, ceiling }: { title: string; pool: number; ceiling: number },
): string {
  const panels: Panel[] = [
    {
      title: 'Memory, MB',
      lines: [
        { name: 'process', of: ({ resident }) => resident / 1e6, tone: 1 },
        { name: 'JavaScript', of: ({ heap }) => heap / 1e6, tone: 2 },
        { name: 'live, after garbage', of: ({ live }) => live && live / 1e6, tone: 3 },
      ],
      limit: ceiling / 1e6,
    },
    {
      title: 'Sessions in Postgres',
      lines: [
        { name: 'pool', of: ({ pooled }) => pooled, tone: 1 },
        { name: 'exports', of: ({ exporting }) => exporting, tone: 2 },
      ],
      limit: pool,
    },
    {
      title: 'Open at once',
      lines: [
        { name: 'files and sockets', of: ({ files }) => files, tone: 1 },
        { name: 'live streams', of: ({ listeners }) => listeners, tone: 2 },
      ],
    },
    {
      title: 'What people waited, seconds',
      lines: [
        { name: '95th percentile', of: ({ p95 }) => p95 / 1e3, tone: 1 },
        { name: 'median', of: ({ median }) => median / 1e3, tone: 2 },
      ],
    },
    {
      title: 'Delay of the event loop, 99th percentile, seconds',
      lines: [{ name: 'delay', of: ({ delay }) => delay / 1e3, tone: 1 }],
    },
  ]
  const end = Math.max(60, samples.at(-1)?.at ?? 0)
  const height = TOP + panels.length * (HEIGHT + GAP)
  const drawn = panels.map((panel, place) => draw(panel, samples, end, TOP + place * (HEIGHT + GAP)))
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escaped(title)}">
<style>${STYLE}</style>
<rect class="paper" width="${WIDTH}" height="${height}"/>
<text class="head" x="${LEFT}" y="26">${escaped(title)}</text>
${drawn.join('\n')}
<text x="${WIDTH - RIGHT}" y="${height - 8}" text-anchor="end">minutes</text>
</svg>
`
}

function draw({ title, lines, limit }: Panel, samples: readonly Sample[], end: number, top: number): string {
  const values = lines.flatMap(({ of }) => samples.map((sample) => of(sample) ?? 0))
  const most = roundUp(Math.max(limit ?? 0, ...values, 0.001))
  const x = (at: number) => (LEFT + (at / end) * (WIDTH - LEFT - RIGHT)).toFixed(1)
  const y = (value: number) => (top + HEIGHT - (value / most) * HEIGHT).toFixed(1)
  const across = (value: number, className: string) =>
    `<line class="${className}" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(value)}" y2="${y(value)}"/>`
  const scale = [0, most / 2, most].map(
    (value) =>
      `${across(value, 'grid')}<text x="${LEFT - 8}" y="${Number(y(value)) + 4}" text-anchor="end">${shown(value)}</text>`,
  )
  const apart = end <= 600 ? 1 : 5
  const minutes = Array.from({ length: Math.floor(end / 60 / apart) + 1 }, (_, place) => place * apart).map(
    (minute) => `<text x="${x(minute * 60)}" y="${top + HEIGHT + 15}" text-anchor="middle">${minute}</text>`,
  )
  const paths = lines.map(({ of, tone }) => {
    const points = samples.flatMap((sample) => {
      const value = of(sample)
      return value === undefined ? [] : [`${x(sample.at)},${y(value)}`]
    })
    const dots = tone === 3 ? points.map((point) => dot(...(point.split(',') as [string, string]))) : []
    return `<polyline class="line ${CLASSES[tone]}" points="${points.join(' ')}"/>${dots.join('')}`
  })
  const legend = lines.map(({ name, tone }, place) => {
    const at = WIDTH - RIGHT - (lines.length - place) * 150
    return `<line class="line ${CLASSES[tone]}" x1="${at}" x2="${at + 26}" y1="${top - 13}" y2="${top - 13}"/><text x="${at + 32}" y="${top - 9}">${escaped(name)}</text>`
  })
  return [
    `<text class="title" x="${LEFT}" y="${top - 9}">${escaped(title)}</text>`,
    ...scale,
    limit === undefined ? '' : across(limit, 'limit'),
    ...paths,
    ...legend,
    ...minutes,
  ].join('')
}

const CLASSES = { 1: 'a', 2: 'b', 3: 'c' } as const

const dot = (x: string, y: string) => `<circle class="dot" cx="${x}" cy="${y}" r="2.5"/>`

/** The next of 1, 2, 4, 5 or 10 times a power of ten. */
export function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value))
  return ([1, 2, 4, 5].find((step) => step * power >= value) ?? 10) * power
}

const shown = (value: number) => (value >= 10 || value === 0 ? value.toFixed(0) : value.toPrecision(2))

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
