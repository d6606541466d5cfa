import { readFileSync } from 'node:fs'
import { ROLES } from '@/lib/auth/permissions'
import { expect, test } from '../fixtures'
import { seedEvery } from '../pages/every-page'
import { NOBODIES } from '../support/nobodies'
import { ACTIONS, BATCH, type Least } from './actions'
import { type AddressRow, PAGES, ROUTES } from './addresses'

const allows = (least: Least, role: (typeof ROLES)[number]) =>
  least === 'anyone' || ROLES.indexOf(role) >= ROLES.indexOf(least)

/** The id of each action in the build, and a page that knows it. */
function builtActions(): { name: string; id: string; path: string }[] {
  const manifest: { node: Record<string, { exportedName: string; workers: Record<string, unknown> }> } = JSON.parse(
    readFileSync(`${process.env.NEXT_DIST_DIR ?? '.next'}/server/server-reference-manifest.json`, 'utf8'),
  )
  return Object.entries(manifest.node).map(([id, { exportedName, workers }]) => {
    const page = Object.keys(workers)[0] ?? ''
    const path = page.replaceAll(/^app|\/\(\w+\)|\/page$/g, '').replaceAll(/\[\w+\]/g, 'x')
    return { name: exportedName, id, path: path === '' ? '/' : path }
  })
}

/** One word for what an action answered: `ok`, or the code of its refusal. */
async function act(origin: string, cookie: string, { name, id, path }: { name: string; id: string; path: string }) {
  const response = await fetch(`${origin}${path}`, {
    method: 'POST',
    headers: { cookie, 'next-action': id, 'content-type': 'text/plain;charset=UTF-8', accept: 'text/x-component' },
    body: JSON.stringify([ACTIONS[name]?.input, crypto.randomUUID()]),
    redirect: 'manual',
  })
  const text = await response.text()
  const [, ok, code] = /^\w+:\{"ok":(true|false)(?:,"code":"(\w+)")?/m.exec(text) ?? []
  return ok === 'true' ? 'ok' : (code ?? `${response.status} ${text.slice(0, 100)}`)
}

/** The status of what is at the address; of a stream that has no end, what it begins with. */
async function ask(address: string, cookie: string, { method = 'GET', body }: AddressRow) {
  const leaving = new AbortController()
  const response = await fetch(address, {
    method,
    headers: { cookie, ...(body ? { 'content-type': 'application/json' } : {}) },
    body: body ? JSON.stringify(body) : undefined,
    redirect: 'manual',
    signal: leaving.signal,
  })
  const { status, headers } = response
  if (headers.get('content-type') !== 'text/event-stream') await response.arrayBuffer()
  leaving.abort()
  return { status, to: headers.get('location') ?? '', kept: headers.get('cache-control') ?? '' }
}

const table = (rows: Readonly<Record<string, { least: Least }>>, answer: (least: Least, key: string) => unknown) =>
  Object.fromEntries(Object.entries(rows).map(([key, { least }]) => [key, answer(least, key)]))

for (const role of ROLES) {
  test(`the matrix: what every action answers ${role}`, async ({ app, database, person, signIn }) => {
    test.slow()
    await database.pool.query(
      `INSERT INTO mastra_admin.batch (id, verb, scope, state, actor_id, actor_email)
       VALUES ($1, 'archive', '{}', 'cancelled', 'x', 'x') ON CONFLICT DO NOTHING`,
      [BATCH],
    )
    const { name, value } = await signIn(await person(role))
    const answers: Record<string, string> = {}
    const built = builtActions()
    // In the order of the table: what one adds, the next one takes away.
    for (const action of Object.keys(ACTIONS).flatMap((key) => built.filter((one) => one.name === key)))
      answers[action.name] = await act(app.origin, `${name}=${value}`, action)
    expect(answers).toEqual(table(ACTIONS, (least, key) => (allows(least, role) ? ACTIONS[key]?.answer : 'FORBIDDEN')))
  })

  test(`the matrix: what every address answers ${role}`, async ({ app, person, signIn, seed }) => {
    test.slow()
    const rows = await seedEvery(seed)
    const { name, value } = await signIn(await person(role))
    for (const all of [PAGES, ROUTES]) {
      const answers: Record<string, number> = {}
      for (const [key, one] of Object.entries(all)) {
        const { status, kept } = await ask(`${app.origin}${one.address(rows)}`, `${name}=${value}`, one)
        answers[key] = status
        expect.soft(kept, key).toContain('no-store')
      }
      expect
        .soft(answers)
        .toEqual(
          table(all, (least, key) => (allows(least, role) ? (all[key]?.signedIn ?? all[key]?.status ?? 200) : 403)),
        )
    }
  })
}

for (const [who, cookieOf] of Object.entries(NOBODIES)) {
  test(`the matrix: what everything answers ${who}`, async ({ app, database, person, seed }) => {
    test.slow()
    const rows = await seedEvery(seed)
    const cookie = await cookieOf(database.pool, await person('ADMIN'), app.origin)
    const answers: Record<string, string> = {}
    for (const action of builtActions()) answers[action.name] = await act(app.origin, cookie, action)
    expect
      .soft(answers)
      .toEqual(table(ACTIONS, (least, key) => (least === 'anyone' ? ACTIONS[key]?.answer : 'UNAUTHENTICATED')))
    for (const [all, refused] of [
      [PAGES, 307],
      [ROUTES, 401],
    ] as const) {
      const statuses: Record<string, number> = {}
      for (const [key, one] of Object.entries(all)) {
        const { status, to } = await ask(`${app.origin}${one.address(rows)}`, cookie, one)
        statuses[key] = status
        if (status === 307) expect.soft(to, key).toMatch(/^\/login(\?|$)/)
      }
      expect
        .soft(statuses)
        .toEqual(table(all, (least, key) => (least === 'anyone' ? (all[key]?.status ?? 200) : refused)))
    }
  })
}
