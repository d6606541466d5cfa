import { routes } from '@/lib/routes'
import { expect, test } from './fixtures'
import { startApp } from './support/server'

/** With one connection two pages are made at once; the others wait for their turn. */
const POOL = '1'
const PEOPLE = 40

test('many who come at once wait in line, and each gets the page; streams and probes do not wait', async ({
  database,
  person,
  signIn,
}) => {
  const app = await startApp(database.url, { DATABASE_POOL_SIZE: POOL })
  try {
    const { name, value } = await signIn(await person('SUPPORT'))
    const headers = { cookie: `${name}=${value}` }
    const ask = async (path: string) => {
      const response = await fetch(`${app.origin}${path}`, { headers })
      return { status: response.status, text: await response.text() }
    }
    // A server answers already while it still starts up: before this nobody stands in line.
    await expect.poll(async () => (await ask('/api/metrics')).status).toBe(200)
    // Ten who have the place that they were given taken away by leaving, before and among those who stay.
    const leaving = new AbortController()
    const left = Array.from({ length: 10 }, () =>
      fetch(`${app.origin}${routes.records()}`, { headers, signal: leaving.signal }).then(
        () => 'answered',
        () => 'left',
      ),
    )
    const pages = Array.from({ length: PEOPLE }, () => ask(routes.records()))
    // Itself it never waits.
    expect((await ask('/api/metrics')).status).toBe(200)
    leaving.abort()
    await Promise.all(left)
    const answers = await Promise.all(pages)
    expect(answers.filter(({ status }) => status !== 200)).toEqual([])
    expect(answers.filter(({ text }) => text.includes('could not be loaded'))).toEqual([])
    // Who waited has been counted: whether anyone does in the moment of a scrape is chance.
    const { text } = await ask('/api/metrics')
    expect(text).toContain('mastra_admin_requests_waiting 0')
    expect(count(text, 'bucket{le="+Inf"}')).toBeGreaterThanOrEqual(PEOPLE)
    expect(count(text, 'bucket{le="0.01"}')).toBeLessThan(PEOPLE / 2)
    expect((await ask(routes.records())).status).toBe(200)
  } finally {
    await app.stop()
  }
})

/** A number of the histogram of waiting, 0 when it is not there. */
function count(metrics: string, name: string): number {
  const line = metrics.split('\n').find((text) => text.startsWith(`mastra_admin_turn_wait_seconds_${name} `))
  return Number(line?.split(' ').at(-1) ?? 0)
}
