'use client'

import { useRef, useState } from 'react'
import { ActionButton, announceOutcome } from '@/components/action-button'
import { FormDialog } from '@/components/form-dialog'
import { RelativeTime } from '@/components/relative-time'
import { Button } from '@/components/ui/button'
import { effectWords, type RuleRow, targetWords } from '@/lib/masking/dto'
import { undoAction } from '../../audit/actions'
import { changeRuleAction, removeRuleAction } from '../actions'
import { effectIn } from './read-form'
import { EffectFields } from './rule-fields'

/** One added rule, in words, with what can be done to it. */
export function RuleItem({ rule, timeZone }: { rule: RuleRow; timeZone: string }) {
  const [changing, setChanging] = useState(false)
  const done = useRef('')
  const name = targetWords(rule.target)
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-4 py-3 text-sm last:border-b-0">
      <div className="min-w-0 flex-1 basis-64">
        <p className="font-medium break-words">
          <bdi>{name}</bdi>
        </p>
        <p className="text-ink-muted">{effectWords(rule.effect)}</p>
        {rule.note && <p className="break-words">{rule.note}</p>}
        <p className="text-xs text-ink-muted">
          Added by {rule.createdBy}, <RelativeTime iso={rule.createdAt} timeZone={timeZone} />
        </p>
      </div>
      <div className="flex gap-2">
        <Button compact onClick={() => setChanging(true)} aria-label={`Change ${name}`}>
          Change
        </Button>
        <ActionButton
          compact
          action={(key) => removeRuleAction({ id: rule.id }, key)}
          confirmation={{
            title: `Remove the rule for ${name}?`,
            text: 'What only this rule masks is shown to everyone from the next request on.',
            confirm: 'Remove',
            danger: true,
          }}
          outcome={({ correlationId }) => ({
            message: 'The rule was removed.',
            undo: (key) => undoAction({ correlationId }, key),
          })}
        >
          Remove<span className="sr-only"> {name}</span>
        </ActionButton>
      </div>
      <FormDialog
        open={changing}
        onOpenChange={setChanging}
        title="Change rule"
        description={`${name}. It applies from the next request on. Export files that are kept for download are deleted.`}
        submit="Change"
        action={async (form, key) => {
          const was = rule.effect.shown === 'part' ? { ...rule.effect, roles: [...rule.effect.roles] } : rule.effect
          const result = await changeRuleAction({ id: rule.id, was, effect: effectIn(form) }, key)
          if (result.ok) done.current = result.value.changed ? result.value.correlationId : ''
          return result
        }}
        onSuccess={() => {
          const correlationId = done.current
          if (correlationId === '') announceOutcome({ message: 'Nothing had to be changed.', quiet: true })
          else announceOutcome({ message: 'The rule was changed.', undo: (key) => undoAction({ correlationId }, key) })
        }}
      >
        <EffectFields effect={rule.effect} />
      </FormDialog>
    </li>
  )
}
