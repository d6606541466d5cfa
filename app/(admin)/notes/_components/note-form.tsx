'use client'

import { type FormEvent, useState, useTransition } from 'react'
import { attempt } from '@/components/attempt'
import { keepDraft, useKeptDraft } from '@/components/kept-draft'
import { Refusal, type Refused, refusalOf } from '@/components/refusal'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { TextArea } from '@/components/ui/input'
import type { Noted } from '@/lib/notes/schema'
import { addNoteAction } from '../actions'

/** Where a note is written. A refusal stands beside it and what was typed stays, also over the reload of a page that was outdated; only a success empties it. */
export function NoteForm({ subjectType, subjectId }: { subjectType: Noted; subjectId: string }) {
  const [text, setText] = useState('')
  const [refused, setRefused] = useState<Refused | null>(null)
  const keep = () => void keepDraft('note', text)
  useKeptDraft('note', (found) => {
    if (typeof found === 'string') setText(found)
  })
  const [pending, start] = useTransition()
  const add = (event: FormEvent) => {
    event.preventDefault()
    start(async () => {
      const result = await attempt((key) => addNoteAction({ subjectType, subjectId, text }, key))
      if (result.ok) setText('')
      setRefused(result.ok ? null : refusalOf(result, keep))
    })
  }
  return (
    <form onSubmit={add} className="grid justify-items-start gap-2 p-4" noValidate>
      <div className="w-full max-w-2xl">
        <Field label="New note" error={refused && !refused.outdated ? refused.sentence : undefined}>
          {(wiring) => (
            <TextArea {...wiring} value={text} rows={2} dir="auto" onChange={(event) => setText(event.target.value)} />
          )}
        </Field>
      </div>
      {refused?.outdated && <Refusal refused={refused} keep={keep} />}
      <Button type="submit" busy={pending}>
        Add note
      </Button>
    </form>
  )
}
