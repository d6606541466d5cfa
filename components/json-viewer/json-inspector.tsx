'use client'

import { ChevronDown, Copy, ExternalLink, GitCompareArrows, Mail, Pencil } from 'lucide-react'
import { type ComponentProps, Fragment, type ReactNode } from 'react'
import { Button } from '../ui/button'
import { copyText } from '../ui/copy-text'
import { LinkButton } from '../ui/link-button'
import { Menu, MenuItem } from '../ui/menu'
import { type JsonDocument, type JsonNode, type JsonPath, pathOf, sourceOf, textOf } from './document'
import { useFormats } from './formats'
import { JsonText } from './json-text'
import { JsonValueText } from './json-value-text'
import { MaskedChip } from './masked-chip'
import { dotPath, jsonPath, jsonPointer, postgresPath } from './path'
import { recognise } from './recognise'

/** Where a value may lead: to what has the same one. `term` is the same as text, worth copying. */
export type ValueAction = (
  path: JsonPath,
  source: string,
) => { label: string; href: ComponentProps<typeof LinkButton>['href']; term?: string } | null

/** Where the value at a pointer (RFC 6901) is changed. */
export type EditPlace = (pointer: string) => ComponentProps<typeof LinkButton>['href']

/** What can be done with a value that is not, or not wholly, shown: `pointer` says where it is (RFC 6901), `source` is what stands for it. */
export type MaskedAction = (pointer: string, source: string) => ReactNode

interface JsonInspectorProps {
  document: JsonDocument
  node: JsonNode
  masked: boolean
  words: string
  column: string
  valueAction?: ValueAction
  maskedAction?: MaskedAction
  editPlace?: EditPlace
  onCopy: (node: JsonNode) => void
  /** What the button that compares says, and what it does. */
  comparing: { label: string; onPress: () => void }
}

/** The active value whole: where it is, what it is, and what can be done with it. */
export function JsonInspector(props: JsonInspectorProps) {
  'use memo'
  const { document, node, masked, words, column, valueAction, maskedAction, editPlace, onCopy, comparing } = props
  const formats = useFormats()
  const path = pathOf(document, node)
  const action = masked ? null : valueAction?.(path, sourceOf(document, node))
  const isContainer = node.kind === 'object' || node.kind === 'array'
  const text = isContainer ? '' : textOf(document, node)
  return (
    <aside aria-label="Selected value" className="grid min-w-0 content-start gap-3 p-4 text-sm">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <code className="min-w-0 font-mono break-all text-ink">
          {path.length === 0 ? 'The whole document' : <JsonText text={dotPath(path)} />}
        </code>
      </div>
      <p className="flex items-center text-xs text-ink-muted">
        {/* Of a masked value the sign's own length would say nothing. */}
        {masked && node.kind === 'string' ? 'string' : describe(node, text, formats.count)}
        {masked && <MaskedChip shown={text} />}
      </p>
      {!isContainer && <JsonValueText key={node.index} text={text} words={words} />}
      {masked && (
        <p className="text-xs text-ink-muted">
          Masked as a secret or by your administrator’s rules. {maskedAction ? '' : 'An administrator can reveal it.'}
        </p>
      )}
      {masked && maskedAction && (
        // Another value begins anew: what was revealed of this one goes away with it.
        <Fragment key={jsonPointer(path)}>{maskedAction(jsonPointer(path), sourceOf(document, node))}</Fragment>
      )}
      {!masked && <ValueMeaning node={node} text={text} />}
      <div className="flex flex-wrap gap-2">
        <Button compact onClick={() => onCopy(node)}>
          <Copy aria-hidden />
          Copy value
        </Button>
        <Menu
          align="start"
          trigger={
            <Button compact>
              Copy path
              <ChevronDown aria-hidden />
            </Button>
          }
        >
          <PathItem name="Dots" text={dotPath(path)} />
          <PathItem name="JSONPath" text={jsonPath(path)} />
          <PathItem name="Postgres" text={postgresPath(path, column)} />
          {action?.term !== undefined && <PathItem name="Filter" text={action.term} what="filter term" />}
        </Menu>
        {editPlace && !masked && path.length > 0 && (
          <LinkButton compact href={editPlace(jsonPointer(path))} prefetch={false}>
            <Pencil aria-hidden />
            Change value
          </LinkButton>
        )}
        <Button compact onClick={comparing.onPress}>
          <GitCompareArrows aria-hidden />
          {comparing.label}
        </Button>
        {action && (
          <LinkButton compact href={action.href} prefetch={false}>
            {action.label}
          </LinkButton>
        )}
      </div>
    </aside>
  )
}

function PathItem({ name, text, what = 'path' }: { name: string; text: string; what?: string }) {
  return (
    <MenuItem onSelect={() => copyText(text, what)}>
      <span className="w-18 shrink-0 text-ink-muted">{name}</span>
      <code className="max-w-72 truncate font-mono text-xs">
        <JsonText text={text} />
      </code>
    </MenuItem>
  )
}

function describe(node: JsonNode, text: string, count: ReturnType<typeof useFormats>['count']): string {
  if (node.kind === 'array') return `array · ${count(node.size, 'item', 'items')}`
  if (node.kind === 'object') return `object · ${count(node.size, 'key', 'keys')}`
  return node.kind === 'string' ? `string · ${count(text.length, 'character', 'characters')}` : node.kind
}

const OPEN_LINK =
  'inline-flex min-w-0 items-center gap-1.5 text-accent-text hover:underline [&_svg]:size-3.5 [&_svg]:shrink-0'

/** What the value can be read as, beside the value itself. A link is followed only when it is pressed, and does not tell where from. */
function ValueMeaning({ node, text }: { node: JsonNode; text: string }) {
  const { instant } = useFormats()
  const meaning = recognise(node.kind, text)
  if (!meaning) return null
  if (meaning.type === 'instant') {
    return (
      // The browser may carry newer data of its locales than the server; what the server wrote stays.
      <p className="text-ink-muted" suppressHydrationWarning>
        As a time: {instant(meaning.iso)}
        <span className="block text-xs">{exactUtc(meaning.iso)}</span>
      </p>
    )
  }
  const isLink = meaning.type === 'link'
  return (
    <a href={meaning.href} target="_blank" rel="noopener noreferrer nofollow" className={OPEN_LINK}>
      {isLink ? <ExternalLink aria-hidden /> : <Mail aria-hidden />}
      <span className="truncate">
        {isLink ? 'Open ' : 'Write to '}
        <JsonText text={isLink ? new URL(meaning.href).host : text} />
      </span>
    </a>
  )
}

/** `2026-11-23 14:05:09.123 UTC`: to the millisecond, the same in every locale. */
function exactUtc(iso: string): string {
  return `${iso.replace('T', ' ').replace('Z', '')} UTC`
}
