import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { type EmbeddedServer, startEmbedded } from '../db/embedded'
import { removeHome } from '../db/embedded-home'
import { step } from './step'

interface ThrowawayOptions {
  /** What it is for, one word: its folder below `.data`, where the log of the app stands too. */
  purpose: string
  /** A folder to keep the data in, for the next run. */
  data?: string
  settings?: Readonly<Record<string, string>>
}

/** Does `work` with a Postgres of its own, which ends with it or with this process, and leaves nothing unless `data` says where. */
export async function withThrowawayServer<T>(
  { purpose, data, settings }: ThrowawayOptions,
  work: (server: EmbeddedServer) => Promise<T>,
): Promise<T> {
  const own = path.join('.data', purpose)
  mkdirSync(path.dirname(own), { recursive: true })
  const folder = data ?? own
  const server = await step(`Starting a Postgres for the ${purpose}`, () => startEmbedded(folder, { settings }))
  const end = async () => {
    await server.stop()
    if (!data) removeHome(folder)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => end().finally(() => process.exit(1)))
  try {
    return await work(server)
  } finally {
    await end()
  }
}
