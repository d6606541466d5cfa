import { Command } from 'commander'
import { say } from './step'

/** `export verify`: needs the file and no database. */
export function exportCommands(): Command {
  const command = new Command('export').description('files that people took out')
  command
    .command('verify')
    .argument('<file>', 'a CSV, NDJSON or JSON file as it was downloaded')
    .argument('[manifest]', 'what belongs to a CSV or JSON file; by default <file>.manifest.json')
    .description(
      'tells whether a file is complete and unchanged (exit code 1 when it is not, 2 when it cannot be checked)',
    )
    .action(verify)
  return command
}

async function verify(file: string, manifestFile?: string): Promise<void> {
  const { verifyExport } = await import('../exports/verify')
  try {
    const verdict = await verifyExport(file, manifestFile)
    if (verdict.ok) {
      const { rows, table, snapshotAt, by } = verdict.manifest
      process.stdout.write(`Complete and unchanged: ${rows} rows of ${table} as of ${snapshotAt}, exported by ${by}.\n`)
      return
    }
    say(verdict.sentence)
    process.exitCode = verdict.code
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    say(`The file could not be read: ${error.message}`)
    process.exitCode = 2
  }
}
