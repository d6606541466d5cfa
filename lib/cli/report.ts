import { AppError } from '../errors'
import { say } from './step'

/** A refusal of a command: one sentence, and the exit code 1. */
export class CommandError extends Error {
  override readonly name = 'CommandError'
}

/** Ends the process with the sentence of a refusal; anything else is a defect or an outage, whose stack helps whoever runs commands. */
export function exitWith(error: unknown): never {
  const meant = error instanceof CommandError || error instanceof AppError
  say(meant ? error.message : sentenceOf(error))
  process.exit(1)
}

function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const said = error.message || ('code' in error ? String(error.code) : error.name)
  return `It did not work: ${said}`
}
