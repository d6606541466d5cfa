'use client'

import { Undo2 } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { FormDialog } from '@/components/form-dialog'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { type BatchVerb, isRecordVerb } from '@/lib/batches/verbs-schema'
import { routes } from '@/lib/routes'
import { subjectsOf } from '../../_components/batch-words'
import { prepareUndoAction } from '../../actions'

/** Leads to the preview of taking a batch back, all of it or what matches a filter. */
export function UndoBatch({ batchId, verb, timeZone }: { batchId: string; verb: BatchVerb; timeZone: string }) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const { other } = subjectsOf(verb)
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Undo2 aria-hidden />
        Undo…
      </Button>
      <FormDialog
        open={open}
        onOpenChange={setOpen}
        title="Undo this batch"
        description={`You first see what will happen to which ${other}. Those that have changed since are listed, and left alone unless you choose them.`}
        submit="Show what would be undone"
        action={async (form, key) => {
          const q = String(form.get('q') ?? '')
          const result = await prepareUndoAction({ batchId, q, now: new Date().toISOString(), timeZone }, key)
          if (result.ok) router.push(routes.batch(result.value.batchId))
          return result
        }}
        onSuccess={() => setOpen(false)}
      >
        <TextField
          label={`Only ${other} that match`}
          name="q"
          autoComplete="off"
          spellCheck={false}
          placeholder="All of them"
          hint={`A filter as in the list of ${other}, such as ${isRecordVerb(verb) ? 'entityType:CONTACT' : 'name:GITHUB'}. Leave it empty to undo everything.`}
        />
      </FormDialog>
    </>
  )
}
