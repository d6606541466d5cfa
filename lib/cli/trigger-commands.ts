import { Command } from 'commander'
import { requireMigrations } from './database-url'
import { say } from './step'

/** `db trigger plan`, `add` and `drop`. What they change stands in the audit trail as done from the command line. */
export function triggerCommands(): Command {
  const trigger = new Command('trigger').description("triggers on Mastra's tables, each only when asked for by name")
  trigger
    .command('plan')
    .description('prints which triggers there could be, what they help and cost, and their statements')
    .action(async () => {
      const { printTriggers } = await triggers()
      process.stdout.write(await printTriggers())
    })
  trigger
    .command('add')
    .argument('<name>', 'as `plan` prints it')
    .description("puts a trigger on Mastra's table")
    .action(async (name: string) => {
      const { changeByName } = await triggers()
      await changeByName(name, 'add')
      say(`Added the trigger ${name}.`)
    })
  trigger
    .command('drop')
    .argument('<name>', 'as `plan` prints it')
    .description("leaves Mastra's table as it was")
    .action(async (name: string) => {
      const { changeByName } = await triggers()
      await changeByName(name, 'drop')
      say(`Dropped the trigger ${name}.`)
    })
  return trigger
}

/** Loaded when it is needed: it brings the database client along, which `--help` can do without. */
async function triggers() {
  await requireMigrations()
  return import('./triggers')
}
