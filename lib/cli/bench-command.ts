import { Command, InvalidArgumentError } from 'commander'
import { type BenchOptions, runBench } from './bench'

/** `npm run bench`: times what people wait for, beside the best that SQL could do. Prints figures; no figure makes it fail. */
export function benchCommand(): Command {
  return new Command('npm run bench --')
    .description('Times the pages people wait for, on a throwaway Postgres, beside raw SQL with ideal indexes.')
    .option('--rows <numbers>', 'records to measure with, by comma', counts, [10_000, 100_000])
    .option('--pages <number>', 'pages asked for to see whether memory grows, on the last of them', count, 1_000)
    .option(
      '--only <names>',
      'operations, by comma: those whose name has one of these; also "palette", "load", "memory", "exports", "batches", "sizes", and "writes", which goes alone',
      words,
    )
    .option('--browser', 'only what people wait for in a real browser, beside an empty page of Next.js')
    .option('--watch', 'only what the watch over issues costs, with as many connections as --rows says')
    .option('--data <folder>', 'keeps the data and its indexes there, for the next run')
    .option('--profile <folder>', "writes a processor profile of the app's server there, which makes it slower")
    .option('--json <file>', 'also write every figure there')
    .action((options: BenchOptions) => runBench(options))
}

function counts(text: string): number[] {
  return text.split(',').map(count)
}

function count(text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1_000 || value > 100_000_000)
    throw new InvalidArgumentError('It has to be a whole number from 1000 to 100000000.')
  return value
}

function words(text: string): string[] {
  return text.split(',').map((word) => word.trim().toLowerCase())
}
