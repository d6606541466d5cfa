import type { Occurring } from './occurring-schema'

export const NOTHING_OCCURS: Occurring = { values: [], paths: [] }

/** In the browser: asks a route of ours, and loads what reads its answer. Throws when it refuses, fails or is aborted. */
export async function fetchOccurring(address: string, signal: AbortSignal): Promise<Occurring> {
  const reader = import('./occurring-schema')
  const response = await fetch(address, { cache: 'no-store', signal })
  if (!response.ok) throw new Error(`What occurs could not be loaded (${response.status}).`)
  return (await reader).occurring.parse(await response.json())
}
