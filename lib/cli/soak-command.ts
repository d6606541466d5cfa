import { Command, InvalidArgumentError } from 'commander'
import { runSoak, type SoakOptions } from './soak'

/** `npm run soak`: whether memory, connections and streams stay bounded while many people work. Fails where one does not. */
export function soakCommand(): Command {
  return new Command('npm run soak --')
    .description('Plays people against the production build on a throwaway Postgres and watches what the app holds.')
    .option('--minutes <number>', 'how long people work', positive, 15)
    .option('--people <number>', 'how many, who also come all at once, each minute', positive, 200)
    .option('--pace <seconds>', 'between two things that one of them does, on average', positive, 20)
    .option('--rows <number>', 'records', positive, 100_000)
    .option('--heap <MB>', 'what JavaScript may hold in the app, `--max-old-space-size`', positive, 512)
    .option('--seed <number>', 'the same seed has the same people do the same', positive, 1)
    .option('--data <folder>', 'keeps the data there, for the next run')
    .option('--svg <file>', 'draws the run there')
    .option('--json <file>', 'writes every sample there')
    .action((options: SoakOptions) => runSoak(options))
}

function positive(text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('It has to be a whole number from 1.')
  return value
}
