import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { CommandError } from './report'

/**
 * A new password: the first line of standard input, or typed twice without being shown. Never an argument, which other people on the
 * machine can read. Throws when there is neither input nor a terminal, and when the two differ.
 */
export async function readPassword(fromInput: boolean): Promise<string> {
  if (fromInput) return firstLine()
  if (!process.stdin.isTTY) {
    throw new CommandError(
      'There is no terminal to ask for the password: give it on standard input with --password-stdin.',
    )
  }
  const first = await ask('Password: ')
  if (first !== (await ask('Repeat password: ')))
    throw new CommandError('The two passwords do not match. Nothing was changed.')
  return first
}

async function firstLine(): Promise<string> {
  const lines = createInterface({ input: process.stdin })
  for await (const line of lines) {
    if (line === '') break
    return line
  }
  throw new CommandError('Standard input holds no password.')
}

async function ask(question: string): Promise<string> {
  process.stderr.write(question)
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const line = createInterface({ input: process.stdin, output: silent, terminal: true })
  line.on('SIGINT', () => process.exit(1))
  try {
    return await line.question('')
  } finally {
    line.close()
    process.stderr.write('\n')
  }
}
