import { routes } from '@/lib/routes'
import { expect, test } from './fixtures'
import { ready } from './pages/ready'
import { startBalancer } from './support/balancer'
import { type AppServer, startApp } from './support/server'
import { startStandby } from './support/standby'

/** A machine that has other work starts servers in its own time. */
const PATIENT = { timeout: 60_000 }

test('three instances with a streaming replica: whoever writes sees it while the replica stands still, and nothing fails when it is killed', async ({
  as,
  database,
  seed,
}) => {
  // A copy of the server is made and started twice beside three instances.
  test.slow()
  const connection = await seed.connection()
  await seed.record({ externalId: `${seed.mark}-replica` })
  const page = await as('SUPPORT')
  const cookies = await page.context().cookies()
  const headers = { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') }
  const standby = await startStandby(database.url)
  const balancer = await startBalancer()
  const apps: AppServer[] = []
  const failed: string[] = []
  let asked = 0
  let isOver = false
  const person = async () => {
    while (!isOver) {
      const began = Date.now()
      const outcome = await fetch(balancer.origin + routes.records({ q: `entityType:${seed.mark}` }), { headers })
        .then(async (answer) => {
          const text = await answer.text()
          if (answer.ok && text.includes(`${seed.mark}-replica`)) return 'whole'
          return `${answer.status} ${/[^<>]*(could not be loaded|takes too long)[^<>]*/.exec(text)?.[0] ?? text.length}`
        })
        .catch((error: Error) => error.message)
      asked += 1
      if (outcome !== 'whole') failed.push(outcome)
      if (Date.now() - began > 5_000) failed.push(`after ${Date.now() - began} ms`)
    }
  }
  const readThere = async () =>
    (await (await fetch(`${apps[0]?.origin}/api/metrics`)).text()).includes('replica_lag_seconds{read="yes"}')
  try {
    const environment = { NEXTAUTH_URL: balancer.origin, DATABASE_REPLICA_URL: standby.url }
    for (let n = 0; n < 3; n += 1) apps.push(await startApp(database.url, environment))
    for (const { origin } of apps) balancer.add(origin)
    await expect.poll(() => balancer.ready().length, PATIENT).toBe(3)
    await standby.tell('catch up')
    // What is known of a replica is good for a moment, and one that was behind or late is left alone for longer.
    await expect.poll(readThere, PATIENT).toBe(true)

    await page.goto(balancer.origin + routes.connection(connection))
    await ready(page)
    await standby.tell('pause')
    await page.getByRole('textbox', { name: 'New note' }).fill(`seen at once ${seed.mark}`)
    await page.getByRole('button', { name: 'Add note' }).click()
    await expect(
      page
        .getByRole('listitem')
        .filter({ hasText: `seen at once ${seed.mark}` })
        .first(),
    ).toBeVisible()
    // Each of the instances in turn: what was written is known from the session and not from the process.
    for (const _ of apps) {
      await page.reload()
      await expect(page.getByText(`seen at once ${seed.mark}`).first()).toBeVisible()
    }
    await standby.tell('resume')

    const people = [person(), person()]
    await expect.poll(() => asked, PATIENT).toBeGreaterThan(4)
    await standby.tell('kill')
    await expect.poll(readThere, PATIENT).toBe(false)
    const before = asked
    await expect.poll(() => asked, PATIENT).toBeGreaterThan(before + 6)
    await standby.tell('start')
    await expect.poll(readThere, PATIENT).toBe(true)
    isOver = true
    await Promise.all(people)
    expect(failed, apps.map((app) => app.log()).join('\n')).toEqual([])
  } finally {
    isOver = true
    for (const app of apps) await app.stop()
    await balancer.stop()
    await standby.tell('stop')
  }
})
