'use client'

import { type FormEvent, type ReactNode, useState, useTransition } from 'react'
import type { Result } from '@/lib/result'
import { attempt, sentenceOf } from './action-button'
import { Alert } from './ui/alert'
import { Button } from './ui/button'
import { Dialog } from './ui/dialog'

interface FormDialogProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  description?: ReactNode
  /** The verb on the button. */
  submit: string
  action: (form: FormData) => Promise<Result<unknown>>
  onSuccess: () => void
  children: ReactNode
}

/** A form in a dialog. A refusal is shown in it and everything typed stays; only a success closes it. */
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
  const [error, setError] = useState<string | null>(null)
  const close = (next: boolean) => {
    setError(null)
    onOpenChange(next)
  }
  const run = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    start(async () => {
      const result = await attempt(() => action(form))
      if (result.ok) {
        close(false)
        onSuccess()
      } else setError(sentenceOf(result))
    })
  }
  return (
    <Dialog open={open} onOpenChange={close} title={title} description={description}>
      <form onSubmit={run} className="grid gap-4" noValidate>
        {error && <Alert tone="danger" title={error} />}
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
