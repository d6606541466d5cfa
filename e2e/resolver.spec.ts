import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { routes } from '@/lib/routes'
import { expect, test } from './fixtures'
import { ready } from './pages/ready'
import { startApp } from './support/server'

test('a name of the database that is no longer known, or that nobody answers for, is an outage within 5 s, and over when it is', async ({
  as,
  database,
  seed,
}, info) => {
  const names = info.outputPath('resolver')
  writeFileSync(names, 'answers')
  const url = new URL(database.url)
  url.hostname = 'database.example'
  const own = await startApp(url.href, {
    NODE_OPTIONS: `--import ${pathToFileURL(path.resolve('e2e/support/resolver.mjs'))}`,
    TEST_RESOLVER: names,
  })
  const isReady = async () => {
    const began = Date.now()
    const answer = await fetch(`${own.origin}/api/ready`)
    expect(Date.now() - began).toBeLessThan(5_000)
    return `${answer.status} ${(await answer.text()).trim()}`
  }
  try {
    await seed.record({ externalId: `${seed.mark}-named` })
    const page = await as('SUPPORT')
    const address = own.origin + routes.records({ q: `entityType:${seed.mark}` })
    await page.goto(address)
    await ready(page)
    for (const state of ['gone', 'silent']) {
      writeFileSync(names, state)
      // Connections that are open need no name.
      await page.goto(address)
      await expect(page.getByText(`${seed.mark}-named`)).toBeVisible()
      await database.pool.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name like 'mastra-admin%'",
      )
      await page.goto(address, { waitUntil: 'commit' })
      const began = Date.now()
      const reference = page.getByRole('alert').getByRole('code').first()
      await expect(reference).toBeVisible()
      expect(Date.now() - began).toBeLessThan(6_000)
      const shown = (await reference.textContent()) ?? 'no reference'
      await expect.poll(() => own.log()).toContain(shown)
      await expect(page.getByText('No records match')).toHaveCount(0)
      expect(await isReady()).toContain('503')
      writeFileSync(names, 'answers')
      await expect.poll(isReady).toContain('200')
      await page.goto(address)
      await expect(page.getByText(`${seed.mark}-named`)).toBeVisible()
    }
  } finally {
    await own.stop()
  }
})
