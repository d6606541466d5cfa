import * as z from 'zod/mini'
import { PLACE_KINDS } from './place'

/** The groups that the server finds, in the order in which they stand. */
export const FOUND_GROUPS = [
  'exact',
  'recent',
  'customers',
  'connections',
  'records',
  'causes',
  'views',
  'batches',
  'people',
] as const
export type FoundGroup = (typeof FOUND_GROUPS)[number]

const hit = z.object({
  /** A user has no page of their own: theirs is the page of users. */
  kind: z.enum([...PLACE_KINDS, 'user', 'entity']),
  key: z.string(),
  title: z.string(),
  detail: z.string(),
  /** A word beside it: deleted, archived, has issues. */
  state: z.optional(z.string()),
  href: z.string(),
})
/** Something that was found. Masked. */
export type Hit = z.infer<typeof hit>

const group = z.object({
  type: z.literal('group'),
  group: z.enum(FOUND_GROUPS),
  hits: z.array(hit),
  /** What was not looked at, or no further back than when; a sentence. */
  note: z.optional(z.string()),
  /** Whether the index on words, which is not built, would have let all be searched. */
  lacksIndex: z.optional(z.boolean()),
})
export type FoundHits = z.infer<typeof group>

/** What the person used, for ranking what the browser knows by itself: weights by kind and key. */
const uses = z.object({ type: z.literal('uses'), weights: z.record(z.string(), z.number()) })
const done = z.object({ type: z.literal('done') })

/** One line of the answer; a later line of the same group takes the place of an earlier one. */
export const searchLine = z.discriminatedUnion('type', [group, uses, done])
export type SearchLine = z.infer<typeof searchLine>

/** How `weights` names a place. */
export function placeName({ kind, key }: Pick<Hit, 'kind' | 'key'>): string {
  return `${kind} ${key}`
}
