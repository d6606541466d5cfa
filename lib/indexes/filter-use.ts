import 'server-only'
import { z } from 'zod'
import { database } from '../db/client'
import { describeError, log } from '../log'
import type { BoundNode } from '../query/bound'
import { remediesFor } from './catalogue'
import { type IndexPurpose, indexPurpose, knownIndexes } from './known-indexes'

/** How often people filter by something that an index could serve. What they looked for is not kept. */
export interface FilterUse {
  purpose: IndexPurpose
  uses: number
  /** ISO 8601. */
  lastUsedAt: string
}

/** What indexes would serve the conditions of a filter, each once: words, values inside documents by text or number, entity types. */
export function wantedIndexes(node: BoundNode | null): IndexPurpose[] {
  const found = new Map(purposesOf(node).map((purpose) => [JSON.stringify(purpose), purpose]))
  return [...found.values()]
}

function purposesOf(node: BoundNode | null): IndexPurpose[] {
  switch (node?.type) {
    case 'and':
    case 'or':
      return node.nodes.flatMap(purposesOf)
    case 'words':
      return [{ use: 'search' }]
    case 'test': {
      if (node.field.name === 'entityType') return [{ use: 'column', field: 'entityType' }]
      if (/^(entity|connection)\./.test(node.field.name)) return [{ use: 'column', field: 'entity' }]
      const keys = node.path.flatMap((step) => (step.type === 'key' ? [step.key] : []))
      if (node.field.kind !== 'json' || keys.length === 0 || keys.length < node.path.length) return []
      if (node.tests.some(({ op }) => op === 'number')) return [{ use: 'path', kind: 'number', keys }]
      const isText = node.tests.some((test) => test.op === 'text' && test.segments.length === 1)
      return isText ? [{ use: 'path', kind: 'text', keys }] : []
    }
    default:
      return []
  }
}

/** What those of the indexes would help that are not there, in words. */
export async function absentAmong(wanted: readonly IndexPurpose[]): Promise<string[]> {
  const present = new Set((await knownIndexes(database())).map((purpose) => JSON.stringify(purpose)))
  return remediesFor(wanted.filter((purpose) => !present.has(JSON.stringify(purpose)))).map(({ helps }) => helps)
}

/** Counts that a filter was used, without making anyone wait for it; that it could not be counted is only logged. */
export function noteFilterUse(wanted: readonly IndexPurpose[]): void {
  const shapes = wanted.map((purpose) => JSON.stringify(purpose))
  if (shapes.length === 0) return
  database()
    .$executeRaw`insert into mastra_admin.filter_use (shape, uses, last_used_at) select shape, 1, now() from unnest(${shapes}::text[]) as shape
      on conflict (shape) do update set uses = filter_use.uses + 1, last_used_at = excluded.last_used_at`.catch(
    (error: unknown) => log.warn({ error: describeError(error) }, 'the use of a filter could not be counted'),
  )
}

/** What people filter by, the most frequent first, at most 50. */
export async function filterUses(): Promise<FilterUse[]> {
  const rows = await database().filterUse.findMany({ orderBy: { uses: 'desc' }, take: 50 })
  return rows.flatMap(({ shape, uses, lastUsedAt }) => {
    const purpose = z
      .string()
      .transform((text) => indexPurpose.parse(JSON.parse(text)))
      .safeParse(shape)
    return purpose.success ? [{ purpose: purpose.data, uses: Number(uses), lastUsedAt: lastUsedAt.toISOString() }] : []
  })
}
