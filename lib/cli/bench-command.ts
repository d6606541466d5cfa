import { Command, InvalidArgumentError } from 'commander'
import { runBench } from './bench'

interface BenchOptions {
  rows: number[]
  pages: number
  json?: string
}

/** `npm run bench`: times what people wait for, beside the best that SQL could do. Prints figures; no figure makes it fail. */
export function benchCommand(): Command {
  return new Command('npm run bench --')
    .description('Times the pages people wait for, on a throwaway Postgres, beside raw SQL with ideal indexes.')
    .option('--rows <numbers>', 'records to measure with, by comma', counts, [10_000, 100_000])
    .option('--pages <number>', 'pages asked for to see whether memory grows, on the last of them', count, 1_000)
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
