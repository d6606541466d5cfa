'use client'

import clsx from 'clsx'
import { Equal, type LucideIcon, Minus, PencilLine, Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../ui/button'
import { type Difference, differences, type Side } from './diff'
import { type JsonNode, sourceOf } from './document'
import { excerpt } from './excerpt'
import { useFormats } from './formats'
import { JsonText } from './json-text'
import { dotPath } from './path'

/** Values in both sides together up to which they are compared. */
const MOST_VALUES = 50_000
/** Rows that are drawn at a time. */
const ROWS = 200
/** Characters of a value that a row shows. */
const SHOWN = 400

const SIGNS: Record<Difference['change'], { word: string; icon: LucideIcon; className: string }> = {
  changed: { word: 'Changed', icon: PencilLine, className: 'text-warning-text' },
  added: { word: 'Added', icon: Plus, className: 'text-success-text' },
  removed: { word: 'Removed', icon: Minus, className: 'text-danger-text' },
  same: { word: 'Same', icon: Equal, className: 'text-ink-muted' },
}

interface JsonDiffProps {
  left: Side
  right: Side
  /** What the two sides are called, at the heads of their columns. */
  names: readonly [string, string]
}

/** Where two values differ, one row for each: what happened, where, and both sides. What agrees is counted, and shown on request. */
export function JsonDiff({ left, right, names }: JsonDiffProps) {
  'use memo'
  const [withSame, setWithSame] = useState(false)
  const [rows, setRows] = useState(ROWS)
  const { count } = useFormats()
  if (left.node.after - left.node.index + right.node.after - right.node.index > MOST_VALUES)
    return <p className="text-sm">These values are too large to be compared here. Compare parts of them.</p>
  const found = differences(left, right)
  const same = found.filter(({ change }) => change === 'same').length
  const shown = withSame ? found : found.filter(({ change }) => change !== 'same')
  const how = (['changed', 'added', 'removed'] as const).flatMap((change) => {
    const number = found.filter((difference) => difference.change === change).length
    return number > 0 ? [`${number} ${change}`] : []
  })
  return (
    <div className="grid gap-3 text-sm">
      <p role="status">
        {how.length === 0
          ? 'The two values are the same.'
          : `${how.join(', ')}.${same > 0 ? ` ${count(same, 'part is', 'parts are')} the same.` : ''}`}
      </p>
      {same > 0 && how.length > 0 && (
        <label className="flex min-h-6 items-center gap-2">
          <input
            type="checkbox"
            className="size-4 accent-accent"
            checked={withSame}
            onChange={(event) => setWithSame(event.target.checked)}
          />
          Show what is the same too
        </label>
      )}
      {shown.length > 0 && (
        <table className="w-full table-fixed max-sm:block">
          <thead className="text-left text-xs text-ink-muted max-sm:sr-only">
            <tr>
              <th scope="col" className="w-26 py-1.5 pr-3 font-medium">
                What
              </th>
              <th scope="col" className="w-1/4 py-1.5 pr-3 font-medium">
                Where
              </th>
              {names.map((name, side) => (
                <th key={side === 0 ? 'left' : 'right'} scope="col" className="truncate py-1.5 pr-3 font-medium">
                  <JsonText text={name} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="max-sm:block">
            {shown.slice(0, rows).map((difference, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list is made anew with each comparison; a path may occur twice in it
              <Row key={place} difference={difference} left={left} right={right} names={names} />
            ))}
          </tbody>
        </table>
      )}
      {shown.length > rows && (
        <Button compact className="justify-self-start" onClick={() => setRows(rows + ROWS)}>
          Show {count(Math.min(ROWS, shown.length - rows), 'more', 'more')}
        </Button>
      )}
    </div>
  )
}

function Row({ difference, left, right, names }: JsonDiffProps & { difference: Difference }) {
  const { word, icon: Icon, className } = SIGNS[difference.change]
  return (
    <tr className="border-t border-line align-top max-sm:block max-sm:py-2">
      <td className={clsx('py-1.5 pr-3 whitespace-nowrap max-sm:block', className)}>
        <Icon aria-hidden className="mr-1.5 inline size-3.5 align-[-2px]" />
        {word}
      </td>
      <th scope="row" className="py-1.5 pr-3 text-left font-mono font-normal break-words max-sm:block">
        {difference.path.length === 0 ? 'The whole' : <JsonText text={dotPath(difference.path)} />}
      </th>
      <Value side={left} node={difference.left} name={names[0]} />
      <Value side={right} node={difference.right} name={names[1]} />
    </tr>
  )
}

function Value({ side, node, name }: { side: Side; node: JsonNode | null; name: string }) {
  const text = node ? excerpt(sourceOf(side.document, node), SHOWN) : null
  return (
    <td
      data-label={name}
      className="py-1.5 pr-3 font-mono [overflow-wrap:anywhere] max-sm:block max-sm:before:block max-sm:before:font-sans max-sm:before:text-xs max-sm:before:text-ink-muted max-sm:before:content-[attr(data-label)]"
    >
      {text ? (
        <JsonText text={text.after ? `${text.text}…` : text.text} />
      ) : (
        <span className="text-ink-muted">none</span>
      )}
    </td>
  )
}
