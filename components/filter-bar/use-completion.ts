'use client'

import type { Place } from '@/lib/query/complete'
import type { FieldDefinition } from '@/lib/query/fields'
import type { Suggestion } from '@/lib/query/suggestions'
import { onDemand } from '../ui/on-demand'
import { type Ask, useOccurring } from './use-occurring'

/** What reads a filter that is half typed, and the list of what can follow: fetched when someone comes near the field. Without it one types without help. */
export const completing = onDemand(async () => {
  const [parts, { SuggestionList }] = await Promise.all([import('./completing'), import('./suggestion-list')])
  return { ...parts, SuggestionList }
})

/** What can stand at the caret of a filter that is being typed; nothing is asked of the server while `isOpen` is false. */
export function useCompletion(
  text: string,
  caret: number,
  fields: readonly FieldDefinition[],
  ask: Ask | undefined,
  isOpen: boolean,
): { place: Place | null; suggestions: Suggestion[]; parts: Awaited<ReturnType<typeof completing.fetch>> | undefined } {
  const parts = completing.useWhenHere()
  const place = isOpen && parts ? parts.complete(text, caret, fields) : null
  const occurring = useOccurring(ask, place && parts ? parts.askedAt(place, text, fields) : null)
  if (!place || !parts) return { place: null, suggestions: [], parts }
  return { place, suggestions: parts.suggest(place, fields, occurring), parts }
}
