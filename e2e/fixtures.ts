import { test as base, type Page } from '@playwright/test'
import type { Role } from '@/lib/auth/permissions'
import { cloneTemplate, type WorkerDatabase } from './support/database'
import { Factory } from './support/factory'
import { addPerson, type Person, sessionCookie } from './support/people'
import { refusedByPolicy } from './support/policy'
import { type AppServer, startApp } from './support/server'

interface TestFixtures {
  /** What the Content-Security-Policy refused on this test's pages. Nothing, or the test fails; who provokes it empties the list. */
  refused: string[]
  /** Signs this test's browser in as someone new of that role and gives the page. */
  as: (role: Role) => Promise<Page>
  /** A person of that role who has not signed in. */
  person: (role: Role) => Promise<Person>
  /** The cookie of a session of this person. */
  signIn: (person: Person) => ReturnType<typeof sessionCookie>
  /** Makes rows of this test's own, as Mastra would. */
  seed: Factory
}

interface WorkerFixtures {
  /** What the app connects as: the role of least privilege, unless a spec is about what only the owner of Mastra's tables may do. */
  connectsAs: 'app' | 'owner'
  database: WorkerDatabase
  app: AppServer
}

/** The only `test` that specs import. Each worker has a database and a server; each test its own people and rows. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  database: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a function needs from its first parameter
    async ({}, use, worker) => {
      const database = await cloneTemplate(worker.workerIndex)
      const before = await database.structure()
      await use(database)
      const after = await database.structure()
      await database.drop()
      // Everything that people did on every screen leaves the structure of Mastra's tables as Mastra's migrations made it.
      base.expect(after).toEqual(before)
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  connectsAs: ['app', { scope: 'worker', option: true }],
  app: [
    async ({ database, connectsAs }, use) => {
      const app = await startApp(connectsAs === 'owner' ? database.ownerUrl : database.url)
      await use(app)
      await app.stop()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  baseURL: async ({ app }, use) => use(app.origin),
  refused: [
    async ({ context }, use) => {
      const refused = await refusedByPolicy(context)
      await use(refused)
      base.expect(refused).toEqual([])
    },
    { auto: true },
  ],
  person: async ({ database }, use) => use((role) => addPerson(database.pool, role)),
  signIn: async ({ database, app }, use) => use((someone) => sessionCookie(database.pool, someone, app.origin)),
  as: async ({ person, signIn, page }, use) => {
    await use(async (role) => {
      await page.context().addCookies([await signIn(await person(role))])
      return page
    })
  },
  seed: async ({ database }, use, info) => use(new Factory(database.pool, info.testId)),
})

export { expect } from '@playwright/test'
