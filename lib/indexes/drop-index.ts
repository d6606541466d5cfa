import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { requireOwner } from '../db/owns-tables'
import { transact } from '../db/transact'
import { AppError } from '../errors'
import { removeIndex } from './build'
import { findEntry } from './queries'
import type { IndexInput } from './schema'

/** Drops an index of the catalogue; it can be built again. Indexes of others are not ours to drop. Throws FORBIDDEN, NOT_FOUND, CONFLICT, INVALID where the role may not. */
export async function dropIndex(actor: Actor, { name }: IndexInput): Promise<{ name: string }> {
  authorize(actor, 'indexes:manage')
  const entry = await findEntry(name)
  if (!entry) throw new AppError('NOT_FOUND', 'There is no such index.')
  await requireOwner(`db index drop ${name}`)
  await transact(actor, ({ audit }) =>
    audit([{ action: 'index.drop', subjectId: name, before: { helps: entry.helps } }]),
  )
  await removeIndex(entry)
  return { name }
}
