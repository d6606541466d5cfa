'use client'

import { type FormEvent, useState, useTransition } from 'react'
import { KeptNotice } from '@/app/(admin)/_components/kept-notice'
import { attempt } from '@/components/attempt'
import { keepDraft, useKeptDraft } from '@/components/kept-draft'
import { Refusal, type Refused, refusalOf } from '@/components/refusal'
import { Button } from '@/components/ui/button'
import { Field, TextField } from '@/components/ui/field'
import { TextArea } from '@/components/ui/input'
import { Section } from '@/components/ui/section'
import type { ChannelKind, ChannelSettings } from '@/lib/notices/schema'
import type { Result } from '@/lib/result'
import { draftToKeep, readKept } from './kept-channel'
import { QuietFields } from './quiet-fields'
import { linesOf, ToldFields } from './told-fields'

/** What is typed; of a webhook that exists the address is empty, since it stays on the server. */
export interface ChannelDraft {
  name: string
  address: string
  recipients: string[]
  settings: ChannelSettings
}

interface ChannelFormProps {
  kind: ChannelKind
  start: ChannelDraft
  /** Of the channel as it is shown; null for a new one. */
  version: number | null
  /** Where the webhook leads now; null for a new channel. */
  origin: string | null
  known: readonly string[]
  timeZone: string
  submit: string
  save: (draft: ChannelDraft, key: string) => Promise<Result<unknown>>
}

/** Where a channel leads, what it is told and when. A refusal stands in it and everything typed stays, also over the reload of a page that was outdated. */
export function ChannelForm({ kind, start, version, origin, known, timeZone, submit, save }: ChannelFormProps) {
  const [draft, setDraft] = useState(start)
  // By what it is then: several fields may have been filled in before the scripts came, and are all told of at once.
  const change = (part: (before: ChannelDraft) => Partial<ChannelDraft>) =>
    setDraft((before) => ({ ...before, ...part(before) }))
  const [refused, setRefused] = useState<Refused | null>(null)
  const [again, setAgain] = useState<ReturnType<typeof readKept>>(null)
  const [pending, begin] = useTransition()
  const keep = () => void keepDraft('channel', draftToKeep(draft, version))
  useKeptDraft('channel', (found) => {
    const kept = readKept(found, kind, version)
    setAgain(kept)
    if (kept) setDraft(kept.draft)
  })
  const run = (event: FormEvent) => {
    event.preventDefault()
    begin(async () => {
      const result = await attempt((key) => save(draft, key))
      setRefused(result.ok ? null : refusalOf(result, keep))
    })
  }
  return (
    // Fields that begin with what they are given begin anew with what was kept.
    <form key={again?.notice} onSubmit={run} className="grid gap-4" noValidate>
      <KeptNotice notice={again?.notice ?? null} />
      <Section title={kind === 'webhook' ? 'Webhook' : 'E-mail'}>
        <div className="grid max-w-2xl gap-4">
          <TextField
            label="Name"
            hint="What the channel is called here and in its messages."
            autoComplete="off"
            value={draft.name}
            onChange={({ target: { value } }) => change(() => ({ name: value }))}
          />
          {kind === 'webhook' ? (
            <TextField
              label={origin ? 'New address' : 'Address'}
              type="url"
              autoComplete="off"
              spellCheck={false}
              placeholder="https://"
              hint={
                origin
                  ? `The current one leads to ${origin}/… The rest may hold a secret, so it stays on the server. Leave empty to keep it.`
                  : 'It begins with https:// and receives JSON by POST. Once saved, only its host is shown.'
              }
              value={draft.address}
              onChange={({ target: { value } }) => change(() => ({ address: value }))}
            />
          ) : (
            <Field label="Recipients" hint="One address per line, at most 20. Recipients do not see each other.">
              {(wiring) => (
                <TextArea
                  {...wiring}
                  rows={3}
                  spellCheck={false}
                  defaultValue={(again?.draft ?? start).recipients.join('\n')}
                  onChange={({ target: { value } }) => change(() => ({ recipients: linesOf(value) }))}
                />
              )}
            </Field>
          )}
        </div>
      </Section>
      <Section title="What it is told about">
        <div className="grid max-w-2xl gap-5">
          <ToldFields
            settings={draft.settings}
            known={known}
            onChange={(next) => change(({ settings }) => ({ settings: next(settings) }))}
          />
          <QuietFields
            quiet={draft.settings.quiet}
            timeZone={timeZone}
            onChange={(next) => change(({ settings }) => ({ settings: { ...settings, quiet: next(settings.quiet) } }))}
          />
          <p className="text-xs text-ink-muted">
            A message names the cause, how many connections of which integrations have it and since when, and links to
            it. Muted causes are left out, and secrets are never sent.
          </p>
        </div>
      </Section>
      <Refusal refused={refused} keep={keep} />
      <div>
        <Button type="submit" tone="primary" busy={pending}>
          {submit}
        </Button>
      </div>
    </form>
  )
}
