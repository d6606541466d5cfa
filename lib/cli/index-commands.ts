import { Command } from 'commander'
import { requireMigrations } from './database-url'
import { say } from './step'

/** `db index plan`, `add` and `drop`. What they change stands in the audit trail as done from the command line. */
export function indexCommands(): Command {
  const index = new Command('index').description("extra indexes on Mastra's tables, each only when asked for by name")
  index
    .command('plan')
    .description('prints which indexes help on this database, what building them takes, and what they cost Mastra')
    .action(async () => {
      const { printPlan } = await indexes()
      process.stdout.write(await printPlan())
    })
  index
    .command('add')
    .argument('<name>', 'as `plan` prints it')
    .description('builds an index while Mastra goes on writing, and shows how far it is')
    .action(async (name: string) => {
      const { addByName } = await indexes()
      await addByName(name, say)
    })
  index
    .command('drop')
    .argument('<name>', 'as `plan` prints it')
    .description('drops an index of ours; it can be built again')
    .action(async (name: string) => {
      const { dropByName } = await indexes()
      await dropByName(name)
      say(`Dropped ${name}.`)
    })
  return index
}

/** Loaded when it is needed: it brings the database client along, which `--help` can do without. */
async function indexes() {
  await requireMigrations()
  return import('./indexes')
}
