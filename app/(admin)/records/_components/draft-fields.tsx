'use client'

import { useState } from 'react'
import { JsonEditor } from '@/components/json-editor/json-editor'
import { parseDocument } from '@/components/json-viewer/document'
import { nodeAt } from '@/components/json-viewer/path'
import { prettyText } from '@/components/json-viewer/pretty-text'
import { Button } from '@/components/ui/button'
import { Field, TextField } from '@/components/ui/field'
import { Select } from '@/components/ui/input'
import { Section } from '@/components/ui/section'
import { plainExact, printExact, textLeaf } from '@/lib/json/exact-json'
import { valueAt } from '@/lib/json/merge'
import type { FormProperty } from '@/lib/records/edit-dto'
import { ENRICHMENTS, STATUSES } from '@/lib/records/edit-dto'
import { PropertyForm } from './property-form'
import type { Draft } from './use-draft'

interface DraftFieldsProps {
  draft: Draft
  /** What the entity declares of the data; where there is nothing, the data are written as JSON only. */
  properties: readonly FormProperty[]
  /** The pointer of the value that one came to change (RFC 6901). */
  at?: string
}

/** What of a record is edited: the fields beside the data, and the data as JSON. */
export function DraftFields({ draft, properties, at }: DraftFieldsProps) {
  const [view, setView] = useState<'form' | 'json'>(properties.length > 0 && at === undefined ? 'form' : 'json')
  return (
    <>
      <Section title="Record">
        <div className="grid items-start gap-4 sm:grid-cols-3">
          <ExternalId draft={draft} />
          <Choice draft={draft} field="status" label="Status" options={STATUSES} />
          <Choice draft={draft} field="enrichmentStatus" label="Enrichment" options={ENRICHMENTS} />
        </div>
      </Section>
      <Section
        title="Data"
        flush
        actions={
          properties.length > 0 && (
            <ViewChoice view={view} locked={draft.problem !== null || draft.invalid.size > 0} onChoose={setView} />
          )
        }
      >
        {view === 'form' ? (
          <PropertyForm key={draft.round} draft={draft} properties={properties} />
        ) : (
          <DataText key={draft.round} draft={draft} at={at} />
        )}
      </Section>
    </>
  )
}

interface ViewChoiceProps {
  view: 'form' | 'json'
  /** What stands in one view is no value yet, so the other could not show it. */
  locked: boolean
  onChoose: (view: 'form' | 'json') => void
}

function ViewChoice({ view, locked, onChoose }: ViewChoiceProps) {
  return (
    <fieldset className="flex gap-1">
      <legend className="sr-only">Edit the data as</legend>
      {(['form', 'json'] as const).map((choice) => (
        <Button
          key={choice}
          compact
          tone={view === choice ? 'secondary' : 'ghost'}
          aria-pressed={view === choice}
          disabled={locked && view !== choice}
          onClick={() => onChoose(choice)}
        >
          {choice === 'form' ? 'Form' : 'JSON'}
        </Button>
      ))}
    </fieldset>
  )
}

function DataText({ draft, at }: Pick<DraftFieldsProps, 'draft' | 'at'>) {
  // The editor holds the text from here on; what it began with must stay the same while it is written in.
  const [text] = useState(() =>
    prettyText(printExact(valueAt(draft.json, ['data']) ?? { kind: 'object', members: new Map() })),
  )
  const [selected] = useState(() => (at === undefined ? undefined : stretchAt(text, at)))
  return (
    <JsonEditor
      label="Data as JSON"
      text={text}
      selected={selected}
      problem={draft.problem}
      onText={draft.setDataText}
    />
  )
}

/** Where the value at a pointer stands in a text, of a string what is between its quotation marks; undefined where it is not there any more. */
function stretchAt(text: string, pointer: string): { from: number; to: number } | undefined {
  const document = parseDocument(text)
  const node = document && nodeAt(document, pointer)
  if (!node) return undefined
  const quote = node.kind === 'string' ? 1 : 0
  return { from: node.start + quote, to: node.end - quote }
}

function ExternalId({ draft }: { draft: Draft }) {
  const value = valueAt(draft.json, ['externalId'])
  const text = value === null || printExact(value) === 'null' ? '' : plainExact(value)
  return (
    <TextField
      label="External id"
      hint="Syncs find the record by it. Leave empty for none."
      autoComplete="off"
      spellCheck={false}
      value={text}
      onChange={({ target }) =>
        draft.setValue(['externalId'], target.value === '' ? { kind: 'leaf', source: 'null' } : textLeaf(target.value))
      }
    />
  )
}

interface ChoiceProps {
  draft: Draft
  field: 'status' | 'enrichmentStatus'
  label: string
  options: readonly string[]
}

function Choice({ draft, field, label, options }: ChoiceProps) {
  const value = valueAt(draft.json, [field])
  return (
    <Field label={label}>
      {(wiring) => (
        <Select
          {...wiring}
          value={value ? plainExact(value) : ''}
          onChange={({ target }) => draft.setValue([field], textLeaf(target.value))}
        >
          {options.map((option) => (
            <option key={option}>{option}</option>
          ))}
        </Select>
      )}
    </Field>
  )
}
