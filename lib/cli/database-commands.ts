import { Command } from 'commander'
import { addressOf } from '../db/connection-problem'
import { createMastraTables } from '../db/mastra-tables'
import { migrate } from '../db/migrate'
import { migrationStatus } from '../db/migration-status'
import { preflight } from '../db/preflight'
import { databaseUrl, withConnection } from './database-url'
import { indexCommands } from './index-commands'
import { say } from './step'
import { triggerCommands } from './trigger-commands'

/** `db migrate` and `db status`. */
export function databaseCommands(): Command {
  const db = new Command('db').description('the structure of the database')
  db.command('migrate')
    .description('brings the schema mastra_admin up to date; touches nothing of Mastra')
    .option('--with-mastra-tables', "also create Mastra's tables, in a database that has none of them", false)
    .action(applyAll)
  db.command('status')
    .description(
      'tells whether the app can serve this database, and which migrations are applied (exit code 1 when it cannot)',
    )
    .action(printStatus)
  return db.addCommand(indexCommands()).addCommand(triggerCommands())
}

async function applyAll({ withMastraTables }: { withMastraTables: boolean }): Promise<void> {
  await withConnection(async () => undefined)
  const url = databaseUrl()
  if (withMastraTables) {
    const created = await createMastraTables(url)
    say(created ? "Created Mastra's tables in the schema mastra." : "Mastra's tables are already there.")
  }
  const applied = await migrate(url, say)
  if (applied.length === 0) say('The schema mastra_admin is up to date.')
}

async function printStatus(): Promise<void> {
  const url = databaseUrl()
  const status = await withConnection((client) => migrationStatus(async (sql) => (await client.query(sql)).rows))
  const lines = Object.entries(status).flatMap(([state, names]: [string, string[]]) =>
    names.map((name) => `  ${state.padEnd(8)} ${name}`),
  )
  process.stdout.write(`Migrations of mastra_admin at ${addressOf(url)}:\n${lines.join('\n')}\n`)
  const checked = await preflight(url)
  process.stdout.write(checked.ok ? 'The app can serve this database.\n' : `${checked.sentence}\n`)
  process.exitCode = checked.ok ? 0 : 1
}
