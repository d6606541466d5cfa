'use client'

import { type FormEvent, type ReactNode, useState, useTransition } from 'react'
import type { Result } from '@/lib/result'
import { sentenceOf } from './action-button'
import { attempt } from './attempt'
import { fillInKept, keepInput } from './kept-input'
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
  const [error, setError] = useState<string | null>(null)
  const [outdated, setOutdated] = useState(false)
  const close = (next: boolean) => {
    setError(null)
    onOpenChange(next)
  }
  const run = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const element = event.currentTarget
    const form = new FormData(element)
    start(async () => {
      const result = await attempt((key) => action(form, key))
      if (result.ok) {
        close(false)
        onSuccess()
      } else {
        setOutdated(result.code === 'OUTDATED')
        if (result.code === 'OUTDATED') keepInput(title, element)
        setError(sentenceOf(result))
      }
    })
  }
  return (
    <Dialog open={open} onOpenChange={close} title={title} description={description}>
      <form
        ref={(form) => {
          if (form) fillInKept(title, form)
        }}
        onSubmit={run}
        className="grid gap-4"
        noValidate
      >
        {error && (
          <Alert tone="danger" title={error}>
            {outdated && <Button onClick={() => window.location.reload()}>Reload</Button>}
          </Alert>
        )}
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
