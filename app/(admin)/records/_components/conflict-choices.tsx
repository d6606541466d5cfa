'use client'

import { JsonText } from '@/components/json-viewer/json-text'
import { dotPath } from '@/components/json-viewer/path'
import { Button } from '@/components/ui/button'
import { type ExactJson, printExact } from '@/lib/json/exact-json'
import { type KeyChange, valueAt } from '@/lib/json/merge'
import { holdsMask } from '@/lib/mask/masked-values'

export type Choice = 'yours' | 'theirs'

interface ConflictChoicesProps {
  collisions: readonly KeyChange[]
  /** What the record holds now, masked. */
  theirs: ExactJson
  choices: ReadonlyMap<string, Choice>
  onChoose: (choices: ReadonlyMap<string, Choice>) => void
}

/** A change by the keys that lead to it. */
export function keyOf({ path }: KeyChange): string {
  return JSON.stringify(path)
}

/** Whether a person may put their own value there: not over one that they cannot see. */
export function mayChooseYours(change: KeyChange, theirs: ExactJson): boolean {
  return !holdsMask(valueAt(theirs, change.path))
}

/** Each key that two changed, three ways: as it was, as the person wants it, as someone else left it; one of the last two is chosen. */
export function ConflictChoices({ collisions, theirs, choices, onChoose }: ConflictChoicesProps) {
  'use memo'
  const choose = (changes: readonly KeyChange[], choice: Choice) =>
    onChoose(new Map([...choices, ...changes.map((change): [string, Choice] => [keyOf(change), choice])]))
  const mine = collisions.filter((change) => mayChooseYours(change, theirs))
  return (
    <div className="grid gap-3">
      {collisions.length > 1 && (
        <div className="flex flex-wrap gap-2">
          <Button compact onClick={() => choose(mine, 'yours')}>
            Keep all of yours
          </Button>
          <Button compact onClick={() => choose(collisions, 'theirs')}>
            Take all of theirs
          </Button>
        </div>
      )}
      {collisions.map((change) => (
        <fieldset key={keyOf(change)} className="min-w-0 rounded-lg border border-line p-3 text-sm">
          <legend className="px-1 font-mono break-all">
            <JsonText text={dotPath(change.path)} />
          </legend>
          <div className="grid gap-3 sm:grid-cols-3">
            <div className="min-w-0">
              <p className="text-xs text-ink-muted">As you found it</p>
              <Value value={change.from} />
            </div>
            <Side
              label="Yours"
              name={keyOf(change)}
              value={change.to}
              chosen={choices.get(keyOf(change)) === 'yours'}
              disabled={!mayChooseYours(change, theirs)}
              onChoose={() => choose([change], 'yours')}
            />
            <Side
              label="Theirs, as it is now"
              name={keyOf(change)}
              value={valueAt(theirs, change.path)}
              chosen={choices.get(keyOf(change)) === 'theirs'}
              onChoose={() => choose([change], 'theirs')}
            />
          </div>
        </fieldset>
      ))}
    </div>
  )
}

interface SideProps {
  label: string
  name: string
  value: ExactJson | null
  chosen: boolean
  disabled?: boolean
  onChoose: () => void
}

function Side({ label, name, value, chosen, disabled = false, onChoose }: SideProps) {
  return (
    <label className="min-w-0 cursor-pointer rounded-md border border-line p-2 has-checked:border-accent has-checked:bg-accent-soft has-disabled:cursor-not-allowed">
      <span className="flex min-h-6 items-center gap-2 text-xs">
        <input
          type="radio"
          name={name}
          className="size-4 accent-accent"
          checked={chosen}
          disabled={disabled}
          onChange={onChoose}
        />
        {label}
      </span>
      <Value value={value} />
      {disabled && <span className="text-xs text-ink-muted">The value there now is masked, so it stays.</span>}
    </label>
  )
}

function Value({ value }: { value: ExactJson | null }) {
  'use memo'
  if (value === null) return <p className="text-ink-muted">none</p>
  const text = printExact(value)
  return (
    <p className="max-h-40 overflow-y-auto font-mono text-xs [overflow-wrap:anywhere]">
      <JsonText text={text.length > 2_000 ? `${text.slice(0, 2_000)}…` : text} />
    </p>
  )
}
