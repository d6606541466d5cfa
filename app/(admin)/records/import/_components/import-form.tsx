'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { sentenceOf } from '@/components/action-button'
import { attempt } from '@/components/attempt'
import { NumberText } from '@/components/number-text'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input, Select, TextArea } from '@/components/ui/input'
import { Progress } from '@/components/ui/progress'
import type { IdKind } from '@/lib/records/id-sets-schema'
import { LARGEST_FILE, MOST_IDS } from '@/lib/records/id-sets-schema'
import type { Result } from '@/lib/result'
import { routes } from '@/lib/routes'
import { addIdsAction, beginIdSetAction, endIdSetAction } from '../../actions'
import { chunksOf } from './chunks'
import { useIdTable } from './use-id-table'

/** Reads a file or what is pasted, shows what is in it, and brings the ids of one column to the server. */
export function ImportForm() {
  const router = useRouter()
  const [text, setText] = useState('')
  const [name, setName] = useState('')
  const [chosen, setChosen] = useState<{ column?: number; kind?: IdKind }>({})
  const [problem, setProblem] = useState<string | null>(null)
  const [sent, setSent] = useState(0)
  const [pending, start] = useTransition()
  const table = useIdTable(text)
  const kind = chosen.kind ?? table?.guess.kind ?? 'externalId'
  const column = chosen.column ?? table?.guess.column ?? 0
  const ids = table?.columns[column]?.values ?? []

  /** `next` is null for what is too large to be read at all. */
  const take = (next: string | null, from: string) => {
    const fits = next !== null && next.length <= LARGEST_FILE
    setChosen({})
    setProblem(fits ? null : 'This is more than 10 MB. Split it into smaller files.')
    setText(fits ? next : '')
    setName(from)
  }
  const bring = () =>
    start(async () => {
      setSent(0)
      const done = await bringAll({ name: name || 'Pasted ids', kind, ids, onSent: setSent })
      if (done.ok) router.push(routes.idSet(done.value.id))
      else setProblem(sentenceOf(done))
    })

  return (
    <form
      className="grid max-w-2xl gap-4 rounded-lg border border-line bg-surface p-4"
      onSubmit={(event) => {
        event.preventDefault()
        bring()
      }}
    >
      <Field label="File" hint="CSV, NDJSON, or one id per line; at most 10 MB and 100,000 ids.">
        {(wiring) => (
          <Input
            {...wiring}
            type="file"
            autoComplete="off"
            className="h-auto py-1.5 file:mr-3 file:cursor-pointer file:font-medium file:text-accent-text pointer-coarse:h-auto pointer-coarse:py-2.5"
            accept=".csv,.tsv,.txt,.ndjson,.jsonl,text/csv,text/plain,application/x-ndjson"
            onChange={async ({ target }) => {
              const file = target.files?.[0]
              if (file) take(file.size > BYTES_EACH * LARGEST_FILE ? null : await file.text(), file.name)
            }}
          />
        )}
      </Field>
      <Field label="Or paste them" error={problem ?? undefined}>
        {(wiring) => (
          <TextArea
            {...wiring}
            rows={6}
            // What a browser filled in again after a reload would be the beginning alone, where that is all that is shown.
            autoComplete="off"
            className="font-mono"
            value={text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text}
            readOnly={text.length > SHOWN}
            onChange={({ target }) => take(target.value, '')}
          />
        )}
      </Field>
      {table && (
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="Column">
            {(wiring) => (
              <Select
                {...wiring}
                value={column}
                onChange={({ target }) => setChosen({ kind, column: Number(target.value) })}
              >
                {table.columns.map(({ name: heading }, place) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one name
                  <option key={place} value={place}>
                    {heading || `Column ${place + 1}`}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field label="What it holds">
            {(wiring) => (
              <Select
                {...wiring}
                value={kind}
                onChange={({ target }) => setChosen({ column, kind: target.value === 'id' ? 'id' : 'externalId' })}
              >
                <option value="externalId">External ids</option>
                <option value="id">Ids of records</option>
              </Select>
            )}
          </Field>
        </div>
      )}
      <p role="status" className="text-sm text-ink-muted">
        {table ? (
          <>
            <NumberText value={ids.length} /> different {ids.length === 1 ? 'id' : 'ids'}:{' '}
            <bdi>{ids.slice(0, 3).join(', ')}</bdi>
            {ids.length > 3 && ' …'}
            {ids.length > MOST_IDS && '. That is more than can be imported at once.'}
          </>
        ) : (
          'No ids yet.'
        )}
      </p>
      {pending && <Progress label="Ids looked for" value={sent} max={ids.length} />}
      <div>
        <Button type="submit" tone="primary" busy={pending} disabled={ids.length === 0 || ids.length > MOST_IDS}>
          Find the records
        </Button>
      </div>
    </form>
  )
}

/** Bytes that one UTF-16 unit takes in UTF-8 at most. */
const BYTES_EACH = 3

/** Characters that the box shows of a file. */
const SHOWN = 20_000

interface Bringing {
  name: string
  kind: IdKind
  ids: readonly string[]
  onSent: (ids: number) => void
}

async function bringAll({ name, kind, ids, onSent }: Bringing): Promise<Result<{ id: string }>> {
  const begun = await attempt((key) => beginIdSetAction({ name: name.slice(0, 200), kind }, key))
  if (!begun.ok) return begun
  const { setId } = begun.value
  let sent = 0
  for (const chunk of chunksOf(ids)) {
    const added = await attempt((key) => addIdsAction({ setId, ids: chunk }, key))
    if (!added.ok) return added
    sent += chunk.length
    onSent(sent)
  }
  return attempt((key) => endIdSetAction({ setId }, key))
}
