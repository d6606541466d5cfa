import { routes } from '@/lib/routes'
import { expect, test } from './fixtures'
import { startBalancer } from './support/balancer'
import { type AppServer, startApp } from './support/server'

/** Seconds in which the balancer has to notice that an instance stops; it looks five times a second, if the machine has no other work. */
const DRAIN = '6'
/** A machine that has other work starts servers in its own time. */
const PATIENT = { timeout: 60_000 }

test('three instances on one database are restarted one after the other, and nothing that is asked meanwhile is dropped', async ({
  as,
  database,
  seed,
}) => {
  await seed.record({ externalId: `${seed.mark}-rolling` })
  const page = await as('SUPPORT')
  const cookies = await page.context().cookies()
  const headers = { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') }
  const balancer = await startBalancer()
  const start = async () => {
    const app = await startApp(database.url, { NEXTAUTH_URL: balancer.origin, SHUTDOWN_DRAIN_SECONDS: DRAIN })
    balancer.add(app.origin)
    return app
  }
  const apps: AppServer[] = []
  const dropped: string[] = []
  let asked = 0
  let isOver = false
  /** One person after another who reads a list to its end. */
  const person = async () => {
    while (!isOver) {
      const outcome = await fetch(balancer.origin + routes.records({ q: `entityType:${seed.mark}` }), { headers })
        .then(async (answer) =>
          answer.ok && (await answer.text()).includes(`${seed.mark}-rolling`) ? 'whole' : String(answer.status),
        )
        .catch((error: Error) => error.message)
      asked += 1
      if (outcome !== 'whole') dropped.push(outcome)
    }
  }
  try {
    for (let n = 0; n < 3; n += 1) apps.push(await start())
    await expect.poll(() => balancer.ready().length, PATIENT).toBe(3)
    const people = [person(), person()]
    for (const old of apps.splice(0)) {
      apps.push(await start())
      await expect.poll(() => balancer.ready().length, PATIENT).toBe(4)
      await old.stop()
      balancer.remove(old.origin)
    }
    isOver = true
    await Promise.all(people)
    expect(dropped).toEqual([])
    expect(asked).toBeGreaterThan(20)
  } finally {
    isOver = true
    for (const app of apps) await app.stop()
    await balancer.stop()
  }
})
