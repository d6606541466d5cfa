import clsx from 'clsx'
import { ChevronRight, ExternalLink, Mail } from 'lucide-react'
import { childrenOf, type JsonDocument, type JsonKind, type JsonNode, keyOf, textOf } from './document'
import { excerpt } from './excerpt'
import { useFormats } from './formats'
import { JsonText } from './json-text'
import { MaskedChip } from './masked-chip'
import { recognise } from './recognise'

/** Levels that are drawn as steps to the right; deeper ones keep the last step and say their level. */
const STEPS = 16

/** Characters of a string that fit in a row of any width; the inspector has the rest. */
const ROW_LENGTH = 300

/** Keys that a closed object names. */
const PREVIEW_KEYS = 5

const COLOURS: Record<JsonKind, string> = {
  object: 'text-ink-muted',
  array: 'text-ink-muted',
  string: 'text-success-text',
  number: 'text-info-text',
  boolean: 'text-warning-text',
  null: 'text-ink-muted italic',
}

interface JsonRowProps {
  document: JsonDocument
  node: JsonNode
  /** Place among the rows, from 0. */
  place: number
  open: boolean
  active: boolean
  /** Whether Tab comes here; one row of the tree has it. */
  tabStop: boolean
  masked: boolean
  words: string
}

/** One line of the tree. */
export function JsonRow({ document, node, place, open, active, tabStop, masked, words }: JsonRowProps) {
  'use memo'
  const key = keyOf(document, node)
  return (
    <div
      role="treeitem"
      data-node={node.index}
      tabIndex={tabStop ? 0 : -1}
      aria-level={node.level}
      aria-setsize={node.parent?.size ?? 1}
      aria-posinset={node.position}
      aria-expanded={node.size > 0 ? open : undefined}
      aria-selected={active}
      style={{ top: `calc(var(--row) * ${place})` }}
      className={clsx(
        'absolute inset-x-0 flex h-(--row) scroll-my-12 items-center rounded-sm pr-3 pl-2 whitespace-nowrap -outline-offset-2',
        active ? 'bg-accent-soft' : 'hover:bg-hover',
        node.size > 0 && 'cursor-pointer',
      )}
    >
      <Indent level={node.level} />
      <ChevronRight
        aria-hidden
        className={clsx('mr-0.5 size-3.5 shrink-0 text-ink-muted', open && 'rotate-90', node.size === 0 && 'invisible')}
      />
      {key !== null && (
        <>
          <span
            className={clsx('max-w-1/2 shrink-0 truncate', typeof key === 'number' ? 'text-ink-muted' : 'text-ink')}
          >
            <JsonText text={key === '' ? '""' : String(key)} words={typeof key === 'string' ? words : ''} />
          </span>
          <span className="text-ink-muted">:&nbsp;</span>
        </>
      )}
      <span className={clsx('min-w-0 truncate', COLOURS[node.kind])}>
        {node.kind === 'object' || node.kind === 'array' ? (
          <Container document={document} node={node} open={open} />
        ) : (
          <Scalar document={document} node={node} masked={masked} words={words} />
        )}
      </span>
      {masked && <MaskedChip shown={node.kind === 'string' ? textOf(document, node) : ''} />}
    </div>
  )
}

function Indent({ level }: { level: number }) {
  const steps = Math.min(level - 1, STEPS)
  return (
    <span
      aria-hidden
      style={{ width: `calc(var(--step) * ${steps})` }}
      className="h-full shrink-0 overflow-hidden bg-[repeating-linear-gradient(to_right,transparent_0_7px,var(--line)_7px_8px,transparent_8px_var(--step))] text-right text-xs text-ink-muted"
    >
      {level - 1 > STEPS && <span className="bg-surface pr-1">{level}</span>}
    </span>
  )
}

function Scalar({ document, node, masked, words }: Pick<JsonRowProps, 'document' | 'node' | 'masked' | 'words'>) {
  'use memo'
  const text = textOf(document, node)
  const start = excerpt(text, ROW_LENGTH)
  const shown = <JsonText text={start.after ? `${start.text}…` : text} words={words} />
  return (
    <>
      {node.kind === 'string' ? <>"{shown}"</> : shown}
      {!masked && <Meaning node={node} text={text} />}
    </>
  )
}

/** What the value can be read as, behind the value itself. Nothing is fetched, and a row holds nothing to press. */
function Meaning({ node, text }: { node: JsonNode; text: string }) {
  const { instant } = useFormats()
  const meaning = recognise(node.kind, text)
  if (!meaning) return null
  if (meaning.type === 'instant')
    return (
      <span className="ml-2 font-sans text-xs text-ink-muted" suppressHydrationWarning>
        {instant(meaning.iso)}
      </span>
    )
  const [Icon, name] = meaning.type === 'link' ? [ExternalLink, 'link'] : [Mail, 'e-mail']
  return <Icon role="img" aria-label={name} className="ml-2 inline size-3 text-ink-muted" />
}

function Container({ document, node, open }: Pick<JsonRowProps, 'document' | 'node' | 'open'>) {
  'use memo'
  const { count } = useFormats()
  const [one, many, brackets] = node.kind === 'array' ? ['item', 'items', '[ ]'] : ['key', 'keys', '{ }']
  const keys =
    open || node.kind === 'array' ? [] : childrenOf(document, node, PREVIEW_KEYS).map((child) => keyOf(document, child))
  return (
    <>
      <span aria-hidden>{brackets} </span>
      <span className="text-xs">{count(node.size, one, many)}</span>
      {keys.length > 0 && (
        <span className="text-xs">
          {' · '}
          <JsonText text={`${keys.join(', ')}${node.size > keys.length ? ' …' : ''}`} />
        </span>
      )}
    </>
  )
}
