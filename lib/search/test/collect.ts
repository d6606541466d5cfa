import 'server-only'
import type { Actor } from '../../auth/actor'
import type { FoundGroup, FoundHits } from '../line'
import { search } from '../search'

/** Everything that the text finds for someone, by group, whole. */
export async function collect(
  actor: Actor,
  text: string,
  only?: FoundGroup,
): Promise<Partial<Record<FoundGroup, FoundHits>> & { done: boolean }> {
  const looked = { text, locale: 'en-GB', timeZone: 'UTC', signal: new AbortController().signal }
  const groups: Partial<Record<FoundGroup, FoundHits>> & { done: boolean } = { done: false }
  for await (const line of search(actor, looked, only)) {
    if (line.type === 'group') groups[line.group] = line
    if (line.type === 'done') groups.done = true
  }
  return groups
}

/** The keys of what a group has. */
export function keysOf(group: FoundHits | undefined): string[] {
  return group?.hits.map(({ key }) => key) ?? []
}
