import { Command, type CommanderError } from 'commander'
import { healthCommands } from '../health/evaluate-command'
import { auditCommands } from './audit-commands'
import { databaseCommands } from './database-commands'
import { exportCommands } from './export-commands'
import { tokenCommands } from './token-commands'
import { userCommands } from './user-commands'

/** Exit codes: 0 done, 1 refused or failed (one sentence on standard error), 2 not understood. */
const USAGE = 2

/** `npm run admin -- …`: what an administrator does from a shell, against DATABASE_URL. */
export function adminCommand(): Command {
  const program = new Command('npm run admin --')
    .description(
      'Administers the database in DATABASE_URL: its migrations, its extra indexes, and the people who may sign in.',
    )
    .addCommand(databaseCommands())
    .addCommand(userCommands())
    .addCommand(tokenCommands())
    .addCommand(exportCommands())
    .addCommand(auditCommands())
    .addCommand(healthCommands())
    .addHelpText('after', '\nExit codes: 0 done, 1 refused or failed, 2 not understood.')
  for (const command of withParts(program)) {
    command.exitOverride(exitWithCode).showHelpAfterError('Run it with --help to see how it is used.')
  }
  return program
}

/** Commander reports requested help as an error too, with the code 0. */
function exitWithCode({ exitCode }: CommanderError): never {
  process.exit(exitCode === 0 ? 0 : USAGE)
}

function withParts(command: Command): Command[] {
  return [command, ...command.commands.flatMap(withParts)]
}
