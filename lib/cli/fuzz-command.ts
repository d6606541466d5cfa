import { Command, InvalidArgumentError } from 'commander'
import { type FuzzOptions, runFuzz } from './fuzz'

/** `npm run fuzz`: attacks the production build with requests that nobody meant, and fails for any that it does not refuse plainly. */
export function fuzzCommand(): Command {
  return new Command('npm run fuzz --')
    .description('Sends mutated addresses and action bodies to the app on a throwaway Postgres.')
    .option('--count <number>', 'requests', positive, 10_000)
    .option('--seed <number>', 'the same seed sends the same requests to the same build', positive, 1)
    .action((options: FuzzOptions) => runFuzz(options))
}

function positive(text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('It has to be a whole number from 1.')
  return value
}
