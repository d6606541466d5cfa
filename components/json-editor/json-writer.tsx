'use client'

import { EditorState } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import clsx from 'clsx'
import { CircleAlert, CircleCheck } from 'lucide-react'
import { useEffect, useEffectEvent, useId, useRef, useState } from 'react'
import { writableJson } from '../json-viewer/code-setup'
import { Button } from '../ui/button'
import { editorHeight } from './editor-height'
import type { JsonEditorProps } from './json-editor'
import { problemMark, setProblem } from './problem-mark'

/** Characters from which a text is not read anew with every key. */
const LARGE = 100_000
/** Milliseconds of a pause in writing. */
const PAUSE = 400

/** CodeMirror and the line below it. */
export default function JsonWriter({ label, text, selected, problem, onText }: JsonEditorProps) {
  const place = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView>(null)
  const id = useId()
  // Until then it is as high as what was kept for it, however its lines break; from then on as high as what is written.
  const [isWritten, setWritten] = useState(false)
  const tell = useEffectEvent((written: string) => onText(written))
  const show = useEffectEvent((editor: EditorView) => {
    if (!selected) return
    const { from, to } = selected
    editor.dispatch({
      selection: { anchor: from, head: to },
      effects: EditorView.scrollIntoView(from, { y: 'center' }),
    })
    editor.focus()
  })

  useEffect(() => {
    if (!place.current) return
    let pause: ReturnType<typeof setTimeout> | undefined
    const flush = () => {
      if (pause === undefined) return
      clearTimeout(pause)
      pause = undefined
      tell(editor.state.doc.toString())
    }
    const extensions = [
      writableJson(label, id),
      problemMark,
      EditorView.updateListener.of(({ docChanged, state }) => {
        if (!docChanged) return
        setWritten(true)
        clearTimeout(pause)
        pause = setTimeout(flush, PAUSE)
        if (state.doc.length < LARGE) flush()
      }),
      EditorView.domEventHandlers({ blur: flush }),
    ]
    const editor = new EditorView({ state: EditorState.create({ extensions }), parent: place.current })
    // An editor that does not yet know how high its lines are draws a document of megabytes whole; asking for a place makes it measure.
    editor.coordsAtPos(0)
    editor.setState(EditorState.create({ doc: text, extensions }))
    view.current = editor
    show(editor)
    return () => {
      flush()
      editor.destroy()
    }
  }, [text, label, id])

  const at = problem?.at ?? null
  useEffect(() => view.current?.dispatch({ effects: setProblem.of(at) }), [at])

  const goThere = () => {
    const editor = view.current
    if (!editor || at === null) return
    const anchor = Math.min(at, editor.state.doc.length)
    editor.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: 'center' }) })
    editor.focus()
  }
  return (
    <div>
      <div
        ref={place}
        style={{ [isWritten ? 'minHeight' : 'height']: editorHeight(text) }}
        className={clsx('[&_.cm-editor]:min-h-60', !isWritten && '[&_.cm-editor]:h-full')}
      />
      <div className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 border-t border-line px-4 py-1.5 text-sm">
        <p id={id} role="status" className={problem ? 'text-danger-text' : 'text-ink-muted'}>
          {problem ? (
            <>
              <CircleAlert aria-hidden className="mr-1.5 inline size-4 align-[-3px]" />
              Line {problem.line}, column {problem.column}: {problem.message}
            </>
          ) : (
            <>
              <CircleCheck aria-hidden className="mr-1.5 inline size-4 align-[-3px]" />
              Valid JSON
            </>
          )}
        </p>
        {problem && (
          <Button compact onClick={goThere}>
            Go there
          </Button>
        )}
      </div>
    </div>
  )
}
