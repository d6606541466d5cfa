'use client'

import { type FormEvent, type ReactNode, useState, useTransition } from 'react'
import type { Result } from '@/lib/result'
import { attempt } from './attempt'
import { Refusal, type Refused, refusalOf } from './refusal'
import { Button } from './ui/button'
import { Dialog } from './ui/dialog'
import { useKeptForm } from './use-kept-form'

interface FormDialogProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  description?: ReactNode
  /** The verb on the button. */
  submit: string
  action: (form: FormData, key: string) => Promise<Result<unknown>>
  onSuccess: () => void
  children: ReactNode
}

/** A form in a dialog. A refusal is shown in it and everything typed stays, also over the reload of a page that was outdated; only a success closes it. */
export function FormDialog({
  open,
  onOpenChange,
  title,
  description,
  submit,
  action,
  onSuccess,
  children,
}: FormDialogProps) {
  const [pending, start] = useTransition()
  const [refused, setRefused] = useState<Refused | null>(null)
  const { ref, keep } = useKeptForm(title)
  const close = (next: boolean) => {
    setRefused(null)
    onOpenChange(next)
  }
  const run = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    start(async () => {
      const result = await attempt((key) => action(form, key))
      if (result.ok) {
        close(false)
        onSuccess()
      } else setRefused(refusalOf(result, keep))
    })
  }
  return (
    <Dialog open={open} onOpenChange={close} title={title} description={description}>
      <form ref={ref} onSubmit={run} className="grid gap-4" noValidate>
        <Refusal refused={refused} keep={keep} />
        {children}
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={() => close(false)}>Cancel</Button>
          <Button type="submit" tone="primary" busy={pending}>
            {submit}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
