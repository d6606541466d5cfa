import { readFileSync } from 'node:fs'
import { buildFolder } from '@/lib/cli/build'
import { routes } from '@/lib/routes'
import { expect, test } from './fixtures'
import { attributeOf, type Collector, type SentSpan, startCollector } from './support/collector'
import { startApp } from './support/server'

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736'
const CALLER = '00f067aa0ba902b7'

/** The first span of this name, once it has come. */
async function spanNamed(collector: Collector, name: string, where: (span: SentSpan) => boolean = () => true) {
  const names = () =>
    collector
      .spans()
      .filter(where)
      .map((span) => span.name)
  await expect.poll(names, { timeout: 15_000 }).toContain(name)
  const [span] = collector.spans().filter((one) => one.name === name && where(one))
  if (!span) throw new Error(`No span ${name} came.`)
  return span
}

const childrenOf = (collector: Collector, parent: SentSpan) =>
  collector
    .spans()
    .filter(({ traceId, parentSpanId }) => traceId === parent.traceId && parentSpanId === parent.spanId)
    .map(({ name }) => name)

function actionId(name: string): string {
  const manifest: { node: Record<string, { exportedName: string }> } = JSON.parse(
    readFileSync(`${buildFolder()}/server/server-reference-manifest.json`, 'utf8'),
  )
  const found = Object.entries(manifest.node).find(([, { exportedName }]) => exportedName === name)
  if (!found) throw new Error(`The build has no action ${name}.`)
  return found[0]
}

test('traces say which request, verb and statement took the time and under which reference it failed, and nothing of anyone', async ({
  database,
  person,
  seed,
  signIn,
}) => {
  const collector = await startCollector()
  const app = await startApp(database.url, {
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    OTEL_BSP_SCHEDULE_DELAY: '100',
  })
  try {
    const secret = `${seed.mark}-canary`
    const id = await seed.record({
      externalId: secret,
      data: JSON.stringify({ apiKey: secret, email: `${secret}@customer.test` }),
    })
    const who = await person('OPERATOR')
    const { name, value } = await signIn(who)
    const cookie = `${name}=${value}`
    const ask = (path: string, init: RequestInit = {}) =>
      fetch(`${app.origin}${path}`, { ...init, headers: { cookie, ...init.headers } }).then((answer) => answer.text())

    // The first requests of a process may come before what sends traces is loaded.
    await expect(async () => {
      await ask(routes.records({ q: `data.email:${secret}@customer.test` }), {
        headers: { traceparent: `00-${TRACE}-${CALLER}-01`, tracestate: `vendor=${secret}` },
      })
      expect(collector.spans()).not.toEqual([])
    }).toPass({ timeout: 20_000 })
    const list = await spanNamed(collector, 'GET /records', ({ traceId }) => traceId === TRACE)
    expect(list).toMatchObject({ traceId: TRACE, parentSpanId: CALLER })
    expect(attributeOf(list, 'http.response.status_code')).toBe(200)
    expect(childrenOf(collector, list)).toContain('list of records')

    await ask(routes.customer(secret))
    await spanNamed(collector, 'GET /customers/[connectionId]')
    await ask(routes.record(id))
    await spanNamed(collector, 'GET /records/[recordId]')

    await ask(routes.records(), {
      method: 'POST',
      headers: { 'next-action': actionId('softDeleteRecordsAction'), 'content-type': 'text/plain;charset=UTF-8' },
      body: JSON.stringify([{ ids: [id] }, crypto.randomUUID()]),
    })
    const verb = await spanNamed(collector, 'softDeleteRecords')
    expect(attributeOf(verb, 'mastra_admin.outcome')).toBe('done')
    await spanNamed(collector, 'POST /records', ({ spanId }) => spanId === verb.parentSpanId)
    expect(childrenOf(collector, verb)).toContain('insert audit_entry')

    await database.cutOff()
    await ask(routes.record(id))
    await database.restore()
    const failed = await spanNamed(collector, 'GET /records/[recordId]', (span) => span.status?.code === 2)
    const reference = attributeOf(failed, 'mastra_admin.reference')
    expect(String(reference)).toMatch(/^\S{6,}$/)
    await expect.poll(() => app.log()).toContain(`"reference":"${reference}"`)

    const text = collector.text()
    expect(text).toContain('"mastra-admin"')
    for (const never of [secret, seed.mark, id, 'customer.test', who.id, value, '@example']) {
      expect(text).not.toContain(never)
    }
  } finally {
    await database.restore()
    await app.stop()
    await collector.stop()
  }
})
