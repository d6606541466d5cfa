import clsx from 'clsx'
import { ChevronDown, ChevronRight, Lock } from 'lucide-react'
import { isContainer, type JsonDocument, type JsonNode } from './document'
import type { JsonRow } from './flatten'
import { textOf } from './search'
import { visibleText } from './visible-text'

/** Pixels; all lines are of one height, so that a place in the list is a place on the screen. */
export const LINE_HEIGHT = 24
const SHOWN_CHARACTERS = 240
/** Levels that are indented; deeper ones say their level instead of running off the screen. */
const INDENTED = 16

interface JsonLineProps {
  id: string
  document: JsonDocument
  row: JsonRow
  /** Undefined for a value that nothing lies in. */
  isOpen?: boolean
  isActive: boolean
  isMatch: boolean
  isMasked: boolean
  onActive: () => void
  onToggle: () => void
}

export function JsonLine({
  id,
  document,
  row,
  isOpen,
  isActive,
  isMatch,
  isMasked,
  onActive,
  onToggle,
}: JsonLineProps) {
  const { node, key, level, position, setSize } = row
  const Chevron = isOpen ? ChevronDown : ChevronRight
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree has the focus and handles every key
    // biome-ignore lint/a11y/useFocusableInteractive: the tree has the focus and names its active line
    <div
      id={id}
      role="treeitem"
      aria-level={level}
      aria-posinset={position}
      aria-setsize={setSize}
      aria-expanded={isOpen}
      aria-selected={isActive}
      onClick={onActive}
      onDoubleClick={isOpen === undefined ? undefined : onToggle}
      style={{ height: LINE_HEIGHT, paddingLeft: 8 + Math.min(level - 1, INDENTED) * 16 }}
      className={clsx(
        'flex cursor-default items-center gap-1 pr-3 whitespace-pre',
        isActive
          ? 'bg-accent-soft group-focus-visible/tree:outline-2 group-focus-visible/tree:-outline-offset-2 group-focus-visible/tree:outline-accent'
          : 'hover:bg-hover',
      )}
    >
      {isOpen === undefined ? (
        <span className="w-4 shrink-0" />
      ) : (
        <Chevron aria-hidden className="size-4 shrink-0 text-ink-muted" onClick={onToggle} />
      )}
      {level > INDENTED + 1 && <span className="mr-1 text-ink-muted">level {level}</span>}
      {key !== null && (
        <bdi
          className={clsx(
            'shrink-0',
            typeof key === 'number' && 'text-ink-muted',
            isMatch && 'font-semibold text-accent-text underline',
          )}
        >
          {typeof key === 'number' ? key : visibleText(key)}
        </bdi>
      )}
      {key !== null && <span className="shrink-0 text-ink-muted">: </span>}
      {isMasked ? <Masked /> : <Value document={document} node={node} isMatch={isMatch} />}
    </div>
  )
}

function Masked() {
  return (
    <span className="inline-flex items-center gap-1 rounded-sm bg-hover px-1 font-sans text-ink-muted">
      <Lock aria-hidden className="size-3" />
      masked
    </span>
  )
}

const TONES: Partial<Record<JsonNode['type'], string>> = {
  string: 'text-success-text',
  number: 'text-info-text',
  boolean: 'text-accent-text',
  null: 'text-ink-muted italic',
}

function Value({ document, node, isMatch }: { document: JsonDocument; node: JsonNode; isMatch: boolean }) {
  if (isContainer(node)) {
    const count = node.children?.length ?? 0
    const words = node.type === 'array' ? ['item', 'items'] : ['key', 'keys']
    return (
      <span className="text-ink-muted">
        {node.type === 'array' ? '[ ]' : '{ }'} {count.toLocaleString('en')} {count === 1 ? words[0] : words[1]}
      </span>
    )
  }
  const text = visibleText(textOf(document, node).slice(0, SHOWN_CHARACTERS))
  const isCut = node.length > SHOWN_CHARACTERS + 2
  return (
    <span className={clsx('min-w-0 truncate', TONES[node.type], isMatch && 'font-semibold underline')}>
      {node.type === 'string' && '"'}
      <bdi>{text}</bdi>
      {isCut ? '…' : node.type === 'string' && '"'}
    </span>
  )
}
