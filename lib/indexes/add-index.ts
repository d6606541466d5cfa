import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { requireOwner } from '../db/owns-tables'
import { transact } from '../db/transact'
import { AppError } from '../errors'
import { describeError, log } from '../log'
import { buildIndex } from './build'
import { findEntry } from './queries'
import type { IndexInput } from './schema'

/**
 * Begins to build an index of the catalogue, and answers at once: building goes on when the person leaves. `finished` ends with it; a
 * failure is in the log, and what is left behind shows as invalid. Throws FORBIDDEN, NOT_FOUND, INVALID where the role may not.
 */
export async function addIndex(
  actor: Actor,
  { name }: IndexInput,
): Promise<{ name: string; finished: Promise<boolean> }> {
  authorize(actor, 'indexes:manage')
  const entry = await findEntry(name)
  if (!entry) throw new AppError('NOT_FOUND', 'There is no such index.')
  await requireOwner(`db index add ${name}`)
  await transact(actor, ({ audit }) => audit([{ action: 'index.add', subjectId: name, after: { helps: entry.helps } }]))
  const finished = buildIndex(entry).then(
    () => true,
    (error: unknown) => {
      log.error({ index: name, error: describeError(error) }, 'an index could not be built')
      return false
    },
  )
  return { name, finished }
}

/** The same for a page, which cannot be sent what has not ended. */
export async function startIndex(actor: Actor, input: IndexInput): Promise<{ name: string }> {
  const { name } = await addIndex(actor, input)
  return { name }
}
