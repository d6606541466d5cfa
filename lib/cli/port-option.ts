import { InvalidArgumentError, Option } from 'commander'

/** `--port <number>`; anything that is not a port is a usage error. */
export function portOption(): Option {
  return new Option('--port <number>', 'first port to try').env('PORT').argParser(parsePort)
}

function parsePort(text: string): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new InvalidArgumentError('A port is a number from 1 to 65535.')
  return port
}
