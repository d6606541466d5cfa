import { useSyncExternalStore } from 'react'

// A page has one list, and what is marked in it changes without the rows being drawn anew.
let marked: ReadonlySet<string> = new Set()
const readers = new Set<() => void>()

/** Marks these rows of the table, by their ids, and no others. */
export function markRows(ids: readonly string[]): void {
  if (ids.length === marked.size && ids.every((id) => marked.has(id))) return
  marked = new Set(ids)
  for (const read of readers) read()
}

function subscribe(read: () => void): () => void {
  readers.add(read)
  return () => readers.delete(read)
}

/** Whether the row is marked. */
export function useMarked(id: string): boolean {
  return useSyncExternalStore(
    subscribe,
    () => marked.has(id),
    () => false,
  )
}
