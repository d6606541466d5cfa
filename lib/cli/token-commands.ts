import { Command, InvalidArgumentError } from 'commander'
import { tokenInput } from '../tokens/schema'
import { requireMigrations } from './database-url'
import { say } from './step'

/** `token list` and `token revoke`. A revocation stands in the audit trail as done from the command line. */
export function tokenCommands(): Command {
  const token = new Command('token').description('the tokens that scripts read with')
  token
    .command('list')
    .description('prints everyone’s: id, owner, first characters, state, end (UTC), last use, scopes, name')
    .action(async () => {
      const { listEveryToken } = await tokens()
      process.stdout.write(await listEveryToken())
    })
  token
    .command('revoke')
    .description('revokes a token for good, from its next use on')
    .requiredOption('--id <id>', 'its id, as `token list` prints it', parseId)
    .action(async ({ id }: { id: string }) => {
      const { revokeById } = await tokens()
      say((await revokeById(id)) ? `Revoked ${id}.` : `${id} was already revoked.`)
    })
  return token
}

/** Loaded once the address of the database is known to be good: the verbs read the whole environment when they are loaded. */
async function tokens() {
  await requireMigrations()
  return import('./tokens')
}

function parseId(text: string): string {
  if (!tokenInput.safeParse({ tokenId: text }).success) throw new InvalidArgumentError('This is not the id of a token.')
  return text
}
