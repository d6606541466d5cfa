import { env } from '../env'
import { startTestServer, TEMPLATE } from './test-server'

/** For vitest: the server of this run, unless the test command already started one. */
export default async function setUp(): Promise<(() => Promise<void>) | undefined> {
  if (env().TEST_DATABASE_URL) return undefined
  const { url, stop } = await startTestServer()
  process.env.TEST_DATABASE_URL = url
  process.env.TEST_DATABASE_TEMPLATE = TEMPLATE
  return stop
}
