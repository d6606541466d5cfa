import { Command } from 'commander'
import { exitWith } from '../lib/cli/report'
import { tryGuide } from '../lib/cli/try-guide'

new Command('npm run try-guide')
  .description(
    "Runs the commands of docs/backup.md on a throwaway Postgres of this machine's own, and compares what comes of them.",
  )
  .action(tryGuide)
  .parseAsync()
  .catch(exitWith)
