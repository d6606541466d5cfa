import { Command, InvalidArgumentError } from 'commander'
import { requireMigrations } from './database-url'
import { say } from './step'

/** `audit prune`. That it was done, and by the command line, stands in the audit trail. */
export function auditCommands(): Command {
  const command = new Command('audit').description('the audit trail')
  command
    .command('prune')
    .description('lets go of entries older than so many days, at least 90')
    .requiredOption('--days <number>', 'how old an entry must be', wholeNumber)
    .action(async ({ days }: { days: number }) => {
      await requireMigrations()
      const [{ connected }, { pruneAudit }, { cliActor }, { AppError }] = await Promise.all([
        import('./connected'),
        import('../audit/prune'),
        import('../auth/actor'),
        import('../errors'),
      ])
      try {
        const pruned = await connected(() => pruneAudit(cliActor(), { days }))
        say(`Let go of ${pruned} entries older than ${days} days.`)
      } catch (error) {
        if (!(error instanceof AppError)) throw error
        say(error.message)
        process.exitCode = 1
      }
    })
  return command
}

function wholeNumber(text: string): number {
  if (!/^\d{1,5}$/.test(text)) throw new InvalidArgumentError('It is a whole number of days.')
  return Number(text)
}
