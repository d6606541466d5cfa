'use client'

import { lazy, Suspense } from 'react'
import { Skeleton } from '../ui/skeleton'
import { loadEditor } from './load-editor'

const JsonWriter = lazy(loadEditor)

/** Where a text stops being JSON, as an offset in it, and what is wrong there in a sentence. */
export interface TextProblem {
  at: number
  /** Both from 1. */
  line: number
  column: number
  message: string
}

export interface JsonEditorProps {
  label: string
  /** What it begins with; a new one needs a new `key`. */
  text: string
  problem: TextProblem | null
  /** Hears the whole text: at once, or for a large one when the writing pauses or the editor is left. */
  onText: (text: string) => void
}

/** JSON text of any size to be written, with what is wrong said below and marked at its place. */
export function JsonEditor(props: JsonEditorProps) {
  return (
    <Suspense fallback={<Skeleton className="m-4 h-60" />}>
      <JsonWriter {...props} />
    </Suspense>
  )
}
