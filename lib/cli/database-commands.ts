import { Command } from 'commander'
import { addressOf } from '../db/connection-problem'
import { createMastraTables } from '../db/mastra-tables'
import { migrate } from '../db/migrate'
import { migrationStatus } from '../db/migration-status'
import { preflight } from '../db/preflight'
import { HARMLESS, type Trial, tryMigrations } from '../db/try-migrations'
import { databaseUrl, withConnection } from './database-url'
import { grantCommand } from './grant-commands'
import { indexCommands } from './index-commands'
import { say } from './step'
import { triggerCommands } from './trigger-commands'

/** `db migrate`, `db status` and what has a file of its own. */
export function databaseCommands(): Command {
  const db = new Command('db').description('the structure of the database')
  db.command('migrate')
    .description('brings the schema mastra_admin up to date; touches nothing of Mastra')
    .option('--with-mastra-tables', "also create Mastra's tables, in a database that has none of them", false)
    .option('--dry-run', 'run what is missing in a transaction, tell what it took and locked, and take it back', false)
    .action(applyAll)
  db.command('status')
    .description(
      'tells whether the app can serve this database, and which migrations are applied (exit code 1 when it cannot)',
    )
    .action(printStatus)
  return db.addCommand(indexCommands()).addCommand(triggerCommands()).addCommand(grantCommand())
}

async function applyAll({ withMastraTables, dryRun }: { withMastraTables: boolean; dryRun: boolean }): Promise<void> {
  await withConnection(async () => undefined)
  const url = databaseUrl()
  if (dryRun) return printTrials(await tryMigrations(url))
  if (withMastraTables) {
    const created = await createMastraTables(url)
    say(created ? "Created Mastra's tables in the schema mastra." : "Mastra's tables are already there.")
  }
  const applied = await migrate(url, say)
  if (applied.length === 0) say('The schema mastra_admin is up to date.')
}

function printTrials(trials: readonly Trial[]): void {
  if (trials.length === 0) say('The schema mastra_admin is up to date.')
  for (const { name, milliseconds, locks } of trials) {
    const strong = locks.filter((lock) => !HARMLESS.some((mode) => lock.endsWith(` ${mode}`)))
    const held = strong.length > 0 ? `locks ${strong.join(', ')}` : 'stops nothing of Mastra'
    process.stdout.write(`${name}  ${milliseconds.toFixed(0)} ms  ${held}\n`)
  }
  if (trials.length > 0) say('All of it was taken back. Without --dry-run it is applied.')
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
