import { Command } from 'commander'
import { checkGrants } from '../db/check-grants'
import { grantStatements, neededGrants } from '../db/grants'
import { requireMigrations, withConnection } from './database-url'

/** `db grants`: what the app's own role needs. Never changes anything: whoever owns the tables runs what it prints. */
export function grantCommand(): Command {
  return new Command('grants')
    .description(
      'prints the GRANTs that let the app run as a role of least privilege; --check compares a role with them',
    )
    .requiredOption('--role <name>', 'the role that the app connects as')
    .option('--check', 'tell what the role lacks and what it has in excess, with exit code 1 for either', false)
    .action(async ({ role, check }: { role: string; check: boolean }) => {
      await requireMigrations()
      await (check ? printCheck(role) : printGrants(role))
    })
}

async function printGrants(role: string): Promise<void> {
  const statements = await withConnection(async (client) => grantStatements(await neededGrants(client), role))
  process.stdout.write(`${statements.join('\n')}\n`)
}

async function printCheck(role: string): Promise<void> {
  const { missing, excess } = await withConnection((client) => checkGrants(client, role))
  const lines = [
    ...grantStatements(missing, role).map((statement) => `lacks    ${statement}`),
    ...excess.map((line) => `too much ${line}`),
  ]
  process.stdout.write(lines.length > 0 ? `${lines.join('\n')}\n` : `${role} has what the app needs, and no more.\n`)
  process.exitCode = lines.length > 0 ? 1 : 0
}
