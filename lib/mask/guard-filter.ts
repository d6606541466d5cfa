import 'server-only'
import { createHmac } from 'node:crypto'
import type { Actor } from '../auth/actor'
import { sessionSecret } from '../auth/secret'
import { database } from '../db/client'
import { transact } from '../db/transact'
import type { FieldDefinition } from '../query/fields'
import { maskedTerms } from '../query/masked-terms'
import type { Shown } from './shown'

/** Milliseconds in which the same filter of the same person is one entry of the trail, and in which the number of them is limited. */
const WINDOW = 60 * 60_000
/** Filters of one person that compare what is masked within that time: enough to look for someone, too few to try a PIN. */
const MOST_IN_WINDOW = 60

/** The fields, of which the document `name` knows what of it is not shown whole to the person: that can only be compared as a whole. */
export function guardedFields(
  fields: readonly FieldDefinition[],
  name: string,
  shownAt: (path: readonly string[]) => Shown,
): FieldDefinition[] {
  return fields.map((field) =>
    field.name === name ? { ...field, isSecretPath: (path) => shownAt(path) !== 'whole' } : field,
  )
}

/**
 * Enters into the trail that someone compares masked values, once an hour for each filter: which fields, and never with what. Gives the
 * fields; closed to such comparisons when there were too many of them. Throws what the database throws, so that no filter goes unnoted.
 */
export async function noteMaskedFilter(
  actor: Actor,
  table: string,
  q: string,
  fields: readonly FieldDefinition[],
): Promise<readonly FieldDefinition[]> {
  const compared = maskedTerms(q, fields)
  if (compared.length === 0) return fields
  // The value that is looked for may be the secret itself; the same filter still has to be known again.
  const filter = createHmac('sha256', await sessionSecret())
    .update(`filter ${table} ${q}`)
    .digest('hex')
    .slice(0, 32)
  const since = new Date(Date.now() - WINDOW)
  const entries = await database().auditEntry.findMany({
    where: { actorId: actor.id, action: 'filter.masked', at: { gt: since } },
    orderBy: { id: 'desc' },
    take: MOST_IN_WINDOW,
    select: { after: true },
  })
  if (entries.some(({ after }) => JSON.stringify(after).includes(filter))) return fields
  if (entries.length >= MOST_IN_WINDOW)
    return fields.map((field) => (field.kind === 'json' ? { ...field, closed } : field))
  await transact(actor, ({ audit }) =>
    audit([{ action: 'filter.masked', subjectId: actor.id, after: { table, fields: compared, filter } }]),
  )
  return fields
}

const closed = `Within the last hour you have compared masked values with ${MOST_IN_WINDOW} filters. Wait, or ask an administrator.`
