'use client'

import { Eye } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { FormDialog } from '@/components/form-dialog'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { TextArea } from '@/components/ui/input'
import type { Revealed } from '@/lib/masking/reveal'
import { SHOWN_SECONDS } from '@/lib/masking/reveal-dto'
import { revealValueAction } from '../actions'

interface RevealValueProps {
  subject: 'record' | 'connection'
  id: string
  pointer: string
  /** JSON text of what stands for the value. */
  seen: string
}

/** Shows one masked value for a minute to an administrator who says why. Until then it is not in the page, and after that not any more. */
export function RevealValue(props: RevealValueProps) {
  const [asking, setAsking] = useState(false)
  const [revealed, setRevealed] = useState<Revealed | null>(null)
  const answer = useRef<Revealed | null>(null)
  if (revealed) return <Shown {...revealed} onOver={() => setRevealed(null)} />
  return (
    <div>
      <Button compact onClick={() => setAsking(true)}>
        <Eye aria-hidden />
        Reveal
      </Button>
      <FormDialog
        open={asking}
        onOpenChange={setAsking}
        title="Reveal this value?"
        description={`It is shown to you for ${SHOWN_SECONDS} seconds. The audit trail says that you revealed it, and why; it never holds the value.`}
        submit="Reveal"
        action={async (form, key) => {
          const result = await revealValueAction({ ...props, reason: String(form.get('reason')) }, key)
          if (result.ok) answer.current = result.value
          return result
        }}
        onSuccess={() => {
          setRevealed(answer.current)
          answer.current = null
        }}
      >
        <Field label="Reason" hint="For example, the ticket you are working on.">
          {(wiring) => <TextArea name="reason" rows={3} required {...wiring} />}
        </Field>
      </FormDialog>
    </div>
  )
}

function Shown({ value, changed, onOver }: Revealed & { onOver: () => void }) {
  const [left, setLeft] = useState(SHOWN_SECONDS)
  useEffect(() => {
    const over = Date.now() + SHOWN_SECONDS * 1_000
    const ticking = setInterval(() => setLeft(Math.ceil((over - Date.now()) / 1_000)), 1_000)
    return () => clearInterval(ticking)
  }, [])
  useEffect(() => {
    if (left <= 0) onOver()
  }, [left, onOver])
  return (
    <section aria-label="Revealed value" className="grid gap-2 rounded-md border border-warning p-2.5">
      {changed && <Alert tone="warning" title="It has changed since it was shown to you masked." />}
      <code className="max-h-60 overflow-y-auto font-mono break-all whitespace-pre-wrap">{value}</code>
      <div className="flex flex-wrap items-center gap-2">
        <span role="timer" className="text-xs text-ink-muted tabular-nums">
          Masked again in {left} {left === 1 ? 'second' : 'seconds'}
        </span>
        <Button compact onClick={onOver}>
          Hide
        </Button>
      </div>
    </section>
  )
}
