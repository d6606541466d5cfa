'use client'

import { type ReactNode, useState, useTransition } from 'react'
import type { Failure, Result } from '@/lib/result'
import { attempt } from './attempt'
import { leadFocusOn } from './lead-focus-on'
import { Button, type ButtonProps } from './ui/button'
import { type Confirmation, ConfirmDialog } from './ui/dialog'
import { toast, toasts } from './ui/toast'
import { Tooltip } from './ui/tooltip'

/** What is said when a verb has succeeded, and how it is taken back. */
export interface Outcome {
  message: string
  /** Said in a calmer tone when nothing had to be done. */
  quiet?: boolean
  undo?: (key: string) => Promise<Result<unknown>>
}

interface ActionButtonProps<T> extends Pick<ButtonProps, 'tone' | 'compact' | 'disabled'> {
  /** `key` is that of the press; the verb is to be given it. */
  action: (key: string) => Promise<Result<T>>
  outcome: (value: T) => Outcome
  confirmation?: Confirmation
  /** What it does to what, and how it is taken back: beside the button, and its description for those who do not see it. */
  hint?: string
  /** Runs after a success, before the toast: to clear a selection, to close a dialog. */
  onSuccess?: (value: T) => void
  children: ReactNode
}

/** Runs a verb once per press, says in words what came of it, and offers to take it back. */
export function ActionButton<T>({
  action,
  outcome,
  confirmation,
  hint,
  onSuccess,
  children,
  disabled,
  ...look
}: ActionButtonProps<T>) {
  const [pending, start] = useTransition()
  const [asking, setAsking] = useState(false)
  const run = () =>
    start(async () => {
      const result = await attempt(action)
      if (!result.ok) return announceFailure(result)
      onSuccess?.(result.value)
      announceOutcome(outcome(result.value))
    })
  const button = (
    <Button
      {...look}
      ref={leadFocusOn}
      disabled={disabled}
      busy={pending}
      onPointerEnter={toasts.prepare}
      onFocus={toasts.prepare}
      onClick={confirmation ? () => setAsking(true) : run}
    >
      {children}
    </Button>
  )
  return (
    <>
      {hint ? <Tooltip text={hint}>{button}</Tooltip> : button}
      {confirmation && (
        <ConfirmDialog
          {...confirmation}
          caution={look.tone === 'caution'}
          open={asking}
          onOpenChange={setAsking}
          onConfirm={run}
        />
      )}
    </>
  )
}

/** Says what came of a verb, with *Undo* when there is a way back. */
export function announceOutcome({ message, quiet, undo }: Outcome): void {
  const say = quiet ? toast.info : toast.success
  say(message, {
    action: undo && {
      label: 'Undo',
      onClick: async ({ currentTarget }) => {
        // The toast goes away now; the focus goes back to where it came from and not with it.
        currentTarget.blur()
        const result = await attempt(undo)
        if (result.ok) toast.success('Undone.')
        else announceFailure(result)
      },
    },
  })
}

/** The sentence of a refusal for beside what was typed, so that it stays; null for whose session has ended, who is taken to sign in and back. */
export function sentenceOf(failure: Failure): string | null {
  if (failure.code !== 'UNAUTHENTICATED')
    return failure.reference ? `${failure.message} Reference: ${failure.reference}` : failure.message
  announceFailure(failure)
  return null
}

/** Says why a verb was refused; whose session has ended is taken to sign in and back. */
export function announceFailure(failure: Failure): void {
  if (failure.code === 'UNAUTHENTICATED') {
    window.location.reload()
    return
  }
  toast.error(failure.message, {
    action: failure.code === 'OUTDATED' ? { label: 'Reload', onClick: () => window.location.reload() } : undefined,
    description: failure.reference && `Reference: ${failure.reference}`,
    duration: 20_000,
  })
}
