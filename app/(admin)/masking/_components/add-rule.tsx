'use client'

import { Plus } from 'lucide-react'
import { useRef, useState } from 'react'
import { announceOutcome } from '@/components/action-button'
import { FormDialog } from '@/components/form-dialog'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { undoAction } from '../../audit/actions'
import { addRuleAction } from '../actions'
import { effectIn, targetIn } from './read-form'
import { EffectFields, TargetFields } from './rule-fields'

export function AddRule() {
  const [open, setOpen] = useState(false)
  const done = useRef('')
  return (
    <>
      <Button tone="primary" onClick={() => setOpen(true)}>
        <Plus aria-hidden />
        Add rule
      </Button>
      <FormDialog
        open={open}
        onOpenChange={setOpen}
        title="Add rule"
        description="It applies from the next request on, everywhere. Export files that are kept for download are deleted."
        submit="Add rule"
        action={async (form, key) => {
          const result = await addRuleAction(
            {
              target: targetIn(form),
              effect: effectIn(form),
              note: String(form.get('note') ?? ''),
            },
            key,
          )
          if (result.ok) done.current = result.value.correlationId
          return result
        }}
        onSuccess={() => {
          const correlationId = done.current
          announceOutcome({ message: 'The rule was added.', undo: (key) => undoAction({ correlationId }, key) })
        }}
      >
        <TargetFields />
        <EffectFields />
        <TextField label="Note" name="note" hint="Why this rule exists, for whoever reads the list. Optional." />
      </FormDialog>
    </>
  )
}
