'use client'

import { lazy, Suspense } from 'react'
import { Skeleton } from '../ui/skeleton'
import { editorHeight } from './editor-height'
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
  /** What is selected and has the focus from the beginning, as offsets in the text. */
  selected?: { from: number; to: number }
  problem: TextProblem | null
  /** Hears the whole text: at once, or for a large one when the writing pauses or the editor is left. */
  onText: (text: string) => void
}

/** JSON text of any size to be written, with what is wrong said below and marked at its place. */
export function JsonEditor(props: JsonEditorProps) {
  return (
    <Suspense fallback={<Waiting text={props.text} />}>
      <JsonWriter {...props} />
    </Suspense>
  )
}

/** As high as the editor with the line below it will be, so that nothing moves when it comes. */
function Waiting({ text }: { text: string }) {
  return (
    <div>
      <div className="p-4" style={{ height: editorHeight(text) }}>
        <Skeleton className="h-full" />
      </div>
      <div className="h-11 border-t border-line" />
    </div>
  )
}
