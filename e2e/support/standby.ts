import { fork } from 'node:child_process'
import { once } from 'node:events'

type Order = 'pause' | 'resume' | 'kill' | 'start' | 'catch up' | 'stop'

/** A streaming standby of the test server, in a process of its own. */
export interface Standby {
  /** The connection string of the database there. */
  url: string
  /** Resolves when it has been done; see `TestStandby`. */
  tell: (order: Order) => Promise<void>
}

export async function startStandby(databaseUrl: string): Promise<Standby> {
  const child = fork('e2e/support/standby-process.ts', [databaseUrl], {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, NODE_OPTIONS: '', TSX_TSCONFIG_PATH: 'scripts/tsconfig.json' },
  })
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`The process of the standby ended with ${code}.`)
  })
  const said = async () => {
    const [message] = await Promise.race([once(child, 'message'), ended])
    return String(message)
  }
  const url = await said()
  return {
    url,
    tell: async (order) => {
      const answer = said()
      child.send(order)
      await answer
    },
  }
}
