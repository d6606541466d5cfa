import { Command, Option } from 'commander'
import { exitWith } from '@/lib/cli/report'
import { runTests, type TestOptions } from '@/lib/cli/test-run'

new Command('npm test --')
  .description('Types, lint, unit and integration tests, build and end-to-end tests. Ends with: N passed, N failed')
  .addOption(new Option('--only <kind>', 'only these tests').choices(['unit', 'db', 'e2e']))
  .option('-t, --pattern <text>', 'only tests whose names match')
  .option('--update-pictures', 'take the pictures of the design page anew')
  .action(async (options: TestOptions) => {
    process.exitCode = (await runTests(options)) ? 0 : 1
  })
  .parseAsync()
  .catch(exitWith)
