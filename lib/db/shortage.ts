import 'server-only'
import { Prisma } from './generated/client'

/** What the server lacks, by SQLSTATE: pressing again does not help before somebody has seen to it. */
const SENTENCES: Readonly<Record<string, string>> = {
  '53100':
    'The database has no space left on its disk, so nothing was changed. Lists and pages can still be read. Whoever runs this installation has to make room.',
  '53200': 'The database has no memory or locks left to give, so nothing was changed. Try again in a minute.',
  '53300': 'The database has no connection left to give, so nothing was changed. Try again in a minute.',
  '25006':
    'The database is read-only at the moment, so nothing was changed. Whoever runs this installation may be moving it.',
}

/** The sentence for a change that the server had no room for; undefined for every other failure. */
export function shortageOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  const told = error instanceof Prisma.PrismaClientKnownRequestError ? JSON.stringify(error.meta) : ''
  const [code = ''] = /\b(53100|53200|53300|25006)\b/.exec(`${told} ${error.message}`) ?? []
  return SENTENCES[code] ?? shortageOf(error.cause)
}
