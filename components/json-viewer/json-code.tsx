'use client'

import { EditorState } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react'
import { setMatches } from './code-matches'
import { readOnlyJson } from './code-setup'
import { MatchSearch } from './match-search'
import { prettyText } from './pretty-text'
import { textMatches } from './text-matches'

interface JsonCodeProps {
  label: string
  text: string
  /** Whether it is broken over lines, as it then can be. */
  isJson?: boolean
  /** Whether the keyboard goes on in the text, because the button that had the focus gave way to it. */
  takesFocus: boolean
  /** Stands beside the search. */
  tools: ReactNode
}

/** A text of any length in CodeMirror, of which only what is in view stands in the page. Loaded when it is first wanted. */
export default function JsonCode({ label, text, isJson = false, takesFocus, tools }: JsonCodeProps) {
  'use memo'
  const place = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView>(null)
  const field = useRef<HTMLInputElement>(null)
  const [words, setWords] = useState('')
  const [starts, setStarts] = useState<readonly number[]>([])
  const [at, setAt] = useState(0)

  const find = useEffectEvent(() => {
    field.current?.focus()
    return true
  })
  useEffect(() => {
    if (!place.current) return
    const state = EditorState.create({ extensions: readOnlyJson(label, () => find()) })
    const editor = new EditorView({ state, parent: place.current })
    // An editor that does not yet know how high its lines are draws a line of megabytes whole; asking for a place makes it measure.
    editor.coordsAtPos(0)
    // Here and not while rendering, which React may do more than once: megabytes take a while.
    editor.dispatch({ changes: { from: 0, insert: isJson ? prettyText(text) : text } })
    view.current = editor
    if (takesFocus) editor.focus()
    return () => editor.destroy()
  }, [text, isJson, label, takesFocus])

  const show = (found: readonly number[], active: number, length: number) => {
    setStarts(found)
    setAt(active)
    const start = found[active]
    const effects = [
      setMatches.of({ starts: found, length, active }),
      ...(start === undefined ? [] : [EditorView.scrollIntoView(start, { y: 'center' })]),
    ]
    view.current?.dispatch({ effects })
  }
  const search = (next: string) => {
    setWords(next)
    // The editor's own text: it knows one kind of line break only, so offsets in the text given may be others.
    show(textMatches(view.current?.state.doc.toString() ?? '', next), 0, next.length)
  }
  const step = (by: number) => show(starts, (at + by + starts.length) % starts.length, words.length)

  return (
    <>
      <div className="flex flex-wrap items-center gap-2 border-b border-line px-2 py-1.5">
        <MatchSearch ref={field} words={words} total={starts.length} at={at} onWords={search} onStep={step} />
        {tools}
      </div>
      <div ref={place} className="min-h-40" />
    </>
  )
}
