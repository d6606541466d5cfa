import { cliActor } from '../auth/actor'
import { AppError } from '../errors'
import { formatBytes } from '../format-bytes'
import { addIndex } from '../indexes/add-index'
import { dropIndex } from '../indexes/drop-index'
import type { IndexRow } from '../indexes/dto'
import { indexPlan } from '../indexes/queries'
import { indexInput } from '../indexes/schema'
import { connected } from './connected'
import { CommandError } from './report'

/** Milliseconds between two looks at how far a build is. */
const LOOK_EVERY = 2_000
const LOCALE = 'en-GB'

/** One paragraph an index: its name, state and figures, what it helps, what it costs. */
export function printPlan(): Promise<string> {
  return asCommand(async () => {
    const { rows, indexes, others, noTrigrams } = await indexPlan(cliActor())
    const head = `About ${rows.records.toLocaleString(LOCALE)} records and ${rows.connections.toLocaleString(LOCALE)} connections.\n\n`
    const known = indexes.map(
      (index) => `${index.name}\n  ${figures(index)}\n  ${index.helps}\n  Price: ${index.price}\n\n`,
    )
    const rest = others.map(({ name, bytes }) => `  ${name}  ${formatBytes(LOCALE, bytes)}\n`)
    return `${head}${known.join('')}${noTrigrams ? `${noTrigrams}\n\n` : ''}Not ours:\n${rest.join('')}`
  })
}

/** Builds the index, telling `say` from time to time how far it is. Throws a sentence when there is none of that name, or it fails. */
export async function addByName(name: string, say: (line: string) => void): Promise<void> {
  await asCommand(async () => {
    const { finished } = await addIndex(cliActor(), parsed(name))
    const looking = setInterval(() => void tellProgress(name, say), LOOK_EVERY)
    const isBuilt = await finished.finally(() => clearInterval(looking))
    if (!isBuilt) throw new CommandError(`${name} could not be built; the log above says why.`)
    say(`Built ${name}.`)
  })
}

/** Throws a sentence when there is no index of that name. */
export async function dropByName(name: string): Promise<void> {
  await asCommand(() => dropIndex(cliActor(), parsed(name)))
}

function figures({ state, expected, actual, progress, uses }: IndexRow): string {
  const parts: string[] = [state]
  if (expected)
    parts.push(`about ${Math.ceil(expected.seconds)} s to build`, `about ${formatBytes(LOCALE, expected.bytes)}`)
  if (actual) parts.push(formatBytes(LOCALE, actual.bytes), `used ${actual.scans} times`)
  if (progress) parts.push(`${progress.phase}, ${Math.round(progress.share * 100)} %`)
  if (uses) parts.push(`filtered by ${uses} times`)
  return parts.join(' · ')
}

async function tellProgress(name: string, say: (line: string) => void): Promise<void> {
  const { indexes } = await indexPlan(cliActor())
  const progress = indexes.find((index) => index.name === name)?.progress
  if (progress) say(`${progress.phase}: ${Math.round(progress.share * 100)} %`)
}

function parsed(name: string) {
  const input = indexInput.safeParse({ name })
  if (!input.success) throw new CommandError(input.error.issues[0]?.message ?? 'There is no such index.')
  return input.data
}

/** What the verbs refuse becomes a sentence of the command. */
async function asCommand<T>(work: () => Promise<T>): Promise<T> {
  return connected(async () => {
    try {
      return await work()
    } catch (error) {
      if (error instanceof AppError) throw new CommandError(error.message, { cause: error })
      throw error
    }
  })
}
