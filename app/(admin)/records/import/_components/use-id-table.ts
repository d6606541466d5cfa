'use client'

import { useDeferredValue, useMemo } from 'react'
import { type IdTable, readIdTable } from './read-ids'

/** What is in the text, without keeping whoever types it waiting. */
export function useIdTable(text: string): IdTable | null {
  const settled = useDeferredValue(text)
  return useMemo(() => readIdTable(settled), [settled])
}
