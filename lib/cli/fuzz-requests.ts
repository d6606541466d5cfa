import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { buildFolder } from './build'

/** One request as an attacker might send it. */
export interface FuzzRequest {
  as: 'nobody' | 'SUPPORT' | 'ADMIN'
  method: 'GET' | 'POST' | 'HEAD' | 'PUT' | 'DELETE'
  path: string
  headers: Readonly<Record<string, string>>
  body?: string
}

/** What there is to aim at, read from the build itself: nothing that is served can be forgotten. */
export interface Targets {
  /** Patterns such as `/records/[recordId]/edit`. */
  patterns: readonly string[]
  /** The ids of server actions, each with a page that knows it. */
  actions: readonly { id: string; page: string }[]
  /** Ids of rows that are there. */
  ids: readonly string[]
}

interface ActionManifest {
  node: Record<string, { workers: Record<string, unknown> }>
}

/** Routes and actions of the present build. */
export function targetsOf(ids: readonly string[]): Targets {
  const read = <T>(name: string): T => JSON.parse(readFileSync(path.join(buildFolder(), 'server', name), 'utf8'))
  const pages = Object.keys(read<Record<string, string>>('app-paths-manifest.json'))
  const { node } = read<ActionManifest>('server-reference-manifest.json')
  const patterns = pages.filter((page) => !page.startsWith('/_')).map(addressOf)
  const actions = Object.entries(node).map(([id, { workers }]) => ({
    id,
    page: addressOf(Object.keys(workers)[0]?.replace(/^app/, '') ?? '/page'),
  }))
  return { patterns, actions, ids }
}

/** `/(admin)/records/[recordId]/page` as it is in an address: `/records/[recordId]`. */
function addressOf(page: string): string {
  return page.replaceAll(/\/\([^)]*\)/g, '').replace(/\/(page|route)$/, '') || '/'
}

const KEYS =
  'q state sort size after before view text columns peek as record at format count list table key field value action token callbackUrl tour limit from to'.split(
    ' ',
  )
const WORDS = [
  'status:ACTIVE',
  'entityType:CONTACT',
  'data.email:*',
  'createdAt:>=today-7d',
  '(a OR b)',
  'NOT -x',
  '"quoted \\" text"',
  'in:00000000-0000-0000-0000-000000000000',
  '-createdAt,id',
  'data.a[0].b:>1e400',
  '__proto__',
  'constructor',
  '{"a":1}',
  '[]',
  '../../etc/passwd',
  "' or 1=1 --",
  '$1; drop table x',
  '\0',
  '\u202e',
  '\ud800',
  '<script>alert(1)</script>',
  '12345678901234567890',
  '-0',
  'NaN',
  '2026-02-30',
  '9999999999999-12-31',
  '%',
  '*'.repeat(300),
  '('.repeat(600),
  'x'.repeat(4_000),
]

const junk = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 2, arbitrary: fc.array(fc.constantFrom(...WORDS), { maxLength: 4 }).map((words) => words.join(' ')) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.string({ maxLength: 200 }) },
)

/** Percent-encoded as browsers do, or raw as they never would. Lone surrogates have no encoding: they become U+FFFD. */
const written = fc.tuple(junk, fc.integer({ min: 0, max: 9 })).map(([text, how]) => {
  if (how === 0) return text.replaceAll(/[^!-~]|[#?]/g, '')
  if (how === 1) return `${encodeURIComponent(wellFormed(text))}%ff%00%`
  return encodeURIComponent(wellFormed(text))
})

const wellFormed = (text: string) => Buffer.from(text).toString()

/** Requests of this seed: the same seed gives the same requests on the same build. */
export function* fuzzRequests(
  targets: Targets,
  { seed, count }: { seed: number; count: number },
): Iterable<FuzzRequest> {
  const any = request(targets)
  const AT_ONCE = 1_000
  for (let from = 0; from < count; from += AT_ONCE)
    yield* fc.sample(any, { seed: seed + from, numRuns: Math.min(AT_ONCE, count - from) })
}

function request({ patterns, actions, ids }: Targets): fc.Arbitrary<FuzzRequest> {
  const as = fc.constantFrom('nobody', 'SUPPORT', 'ADMIN', 'ADMIN')
  const segment = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...ids) }, { weight: 2, arbitrary: written })
  const query = fc
    .array(fc.tuple(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...KEYS) }, written), written), { maxLength: 5 })
    .map((pairs) => (pairs.length > 0 ? `?${pairs.map(([key, value]) => `${key}=${value}`).join('&')}` : ''))
  const address = fc
    .tuple(fc.constantFrom(...patterns), fc.array(segment, { minLength: 3, maxLength: 3 }), query)
    .map(([pattern, segments, search]) => `${filled(pattern, segments)}${search}`)
  const looking = fc.record({
    as,
    method: fc.constantFrom('GET', 'GET', 'GET', 'GET', 'GET', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE'),
    path: fc.oneof({ weight: 9, arbitrary: address }, { weight: 1, arbitrary: written.map((text) => `/${text}`) }),
    headers: fc.constantFrom<Readonly<Record<string, string>>>({}, {}, { rsc: '1' }, { authorization: 'Bearer mak_x' }),
  })
  const value: fc.Arbitrary<unknown> = fc.oneof(
    { maxDepth: 3 },
    junk,
    fc.constantFrom(...ids),
    fc.constantFrom(null, true, -1, 1e308, '$undefined', '$K1', '$@1', '$F1', '$n12345678901234567890'),
    fc.array(fc.constantFrom(...ids), { maxLength: 4 }),
    fc.jsonValue({ maxDepth: 3 }),
  )
  const input = fc.dictionary(
    fc.oneof(fc.constantFrom('id', 'ids', 'userId', 'q', 'role', 'from', 'to', 'note', 'name', 'data', 'reason'), junk),
    value,
    { maxKeys: 5 },
  )
  const body = fc.oneof(
    { weight: 6, arbitrary: fc.tuple(input).map((given) => JSON.stringify(given)) },
    { weight: 3, arbitrary: fc.array(value, { maxLength: 3 }).map((given) => JSON.stringify(given)) },
    { weight: 1, arbitrary: fc.string({ maxLength: 300 }) },
  )
  const acting = fc.tuple(as, fc.constantFrom(...actions), body).map(
    ([who, { id, page }, sent]): FuzzRequest => ({
      as: who,
      method: 'POST',
      path: filled(page, [ids[0] ?? 'x', 'x', 'x']),
      headers: { 'next-action': id, 'content-type': 'text/plain;charset=UTF-8', accept: 'text/x-component' },
      body: sent,
    }),
  )
  return fc.oneof({ weight: 3, arbitrary: looking }, { weight: 2, arbitrary: acting })
}

function filled(pattern: string, segments: readonly string[]): string {
  let place = 0
  return pattern.replaceAll(/\[[^\]]+\]+/g, () => {
    const segment = segments[place % segments.length] ?? 'x'
    place += 1
    return segment === '' ? 'x' : segment
  })
}
