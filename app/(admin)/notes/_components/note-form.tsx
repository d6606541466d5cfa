'use client'

import { type FormEvent, useState, useTransition } from 'react'
import { sentenceOf } from '@/components/action-button'
import { attempt } from '@/components/attempt'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { INPUT_CLASS } from '@/components/ui/input'
import type { Noted } from '@/lib/notes/schema'
import { addNoteAction } from '../actions'

/** Where a note is written. A refusal stands beside it and what was typed stays; only a success empties it. */
export function NoteForm({ subjectType, subjectId }: { subjectType: Noted; subjectId: string }) {
  const [text, setText] = useState('')
  const [error, setError] = useState<string>()
  const [pending, start] = useTransition()
  const add = (event: FormEvent) => {
    event.preventDefault()
    start(async () => {
      const result = await attempt((key) => addNoteAction({ subjectType, subjectId, text }, key))
      if (result.ok) setText('')
      setError(result.ok ? undefined : (sentenceOf(result) ?? undefined))
    })
  }
  return (
    <form onSubmit={add} className="grid justify-items-start gap-2 p-4" noValidate>
      <div className="w-full max-w-2xl">
        <Field label="New note" error={error}>
          {(wiring) => (
            <textarea
              {...wiring}
              value={text}
              rows={2}
              dir="auto"
              onChange={(event) => setText(event.target.value)}
              className={`${INPUT_CLASS} h-auto! py-1.5`}
            />
          )}
        </Field>
      </div>
      <Button type="submit" busy={pending}>
        Add note
      </Button>
    </form>
  )
}
