'use client'

import { Copy, ExternalLink } from 'lucide-react'
import { toast } from 'sonner'
import { Button } from '../ui/button'
import { LinkButton } from '../ui/link-button'
import { Menu, MenuItem } from '../ui/menu'
import { isContainer, type JsonDocument, type JsonNode, pathOf, sourceOf } from './document'
import { dotPath, jsonPath, jsonPointer, postgresPath } from './path'
import { textOf } from './search'
import type { ValueAction } from './value-action'
import { kindOfString, visibleText } from './visible-text'

/** Characters of a long text that are shown whole. */
const SHOWN_CHARACTERS = 20_000

interface JsonDetailProps {
  document: JsonDocument
  node: JsonNode
  masked: ReadonlySet<string>
  valueAction?: ValueAction
}

/** Everything about the chosen value: where it stands, what it is, the whole of it, and what can be done with it. */
export function JsonDetail({ document, node, masked, valueAction }: JsonDetailProps) {
  const path = pathOf(node)
  const isMasked = masked.has(jsonPointer(path))
  const text = textOf(document, node)
  const kind = node.type === 'string' ? kindOfString(text) : 'text'
  const action = isMasked || isContainer(node) ? null : valueAction?.(path, sourceOf(document, node))
  return (
    <div className="grid gap-2 rounded-md border border-line p-3 text-sm">
      <div className="flex flex-wrap items-center gap-2">
        <code className="min-w-0 flex-1 font-mono text-xs break-all text-ink-muted">
          <span className="sr-only">Chosen value: </span>
          {visibleText(dotPath(path))} <span className="font-sans">({isMasked ? 'masked' : node.type})</span>
        </code>
        <Button compact onClick={() => copy(isContainer(node) ? sourceOf(document, node) : text, 'value')}>
          <Copy aria-hidden />
          Copy value
        </Button>
        <Menu
          trigger={
            <Button compact>
              <Copy aria-hidden />
              Copy path
            </Button>
          }
        >
          <MenuItem onSelect={() => copy(dotPath(path), 'path')}>Dotted: {excerpt(dotPath(path))}</MenuItem>
          <MenuItem onSelect={() => copy(jsonPath(path), 'path')}>JSONPath: {excerpt(jsonPath(path))}</MenuItem>
          <MenuItem onSelect={() => copy(postgresPath(path), 'path')}>Postgres: {excerpt(postgresPath(path))}</MenuItem>
        </Menu>
        {action && (
          <LinkButton href={action.href} prefetch={false} compact>
            {action.label}
          </LinkButton>
        )}
      </div>
      {!isContainer(node) && !isMasked && (
        <pre className="max-h-60 overflow-auto font-mono text-xs break-words whitespace-pre-wrap">
          <bdi>{text.slice(0, SHOWN_CHARACTERS).split('\n').map(visibleText).join('\n')}</bdi>
          {text.length > SHOWN_CHARACTERS && '…'}
        </pre>
      )}
      {kind === 'link' && (
        <a
          href={text}
          target="_blank"
          rel="noopener noreferrer nofollow"
          className="inline-flex items-center gap-1 text-accent-text underline"
        >
          <ExternalLink aria-hidden className="size-3.5" />
          Open the link in a new tab
        </a>
      )}
    </div>
  )
}

async function copy(text: string, what: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    toast.success(`Copied the ${what}.`)
  } catch {
    toast.error(`The browser did not allow copying the ${what}.`)
  }
}

function excerpt(text: string): string {
  const shown = visibleText(text)
  return shown.length > 40 ? `…${shown.slice(-39)}` : shown
}
