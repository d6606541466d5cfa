import { Command, InvalidArgumentError } from 'commander'

/** `health evaluate`: needs no database. Prints figures; no figure makes it fail. */
export function healthCommands(): Command {
  const command = new Command('health').description('whether connections go on as they always did')
  command
    .command('evaluate')
    .description('tries the alarm for quiet connections on made-up histories, and prints how often it is right')
    .option('--seed <number>', 'what the histories are made from', wholeNumber, 7)
    .option('--per-kind <number>', 'histories of each kind', wholeNumber, 40)
    .action(async ({ seed, perKind }: { seed: number; perKind: number }) => {
      const { evaluateQuiet, evaluationTable } = await import('./evaluate-quiet')
      process.stdout.write(evaluationTable(evaluateQuiet(seed, perKind)))
    })
  return command
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,4}$/.test(text)) throw new InvalidArgumentError('It has to be a whole number from 1 to 99999.')
  return Number(text)
}
