'use client'

import { ChevronsUpDown, Copy } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button } from '../ui/button'
import { copyText } from '../ui/copy-text'
import { Menu, MenuItem } from '../ui/menu'
import { type JsonDocument, type JsonNode, pathOf, textOf } from './document'
import { openTo } from './flatten'
import { JsonInspector, type ValueAction } from './json-inspector'
import { JsonRaw } from './json-raw'
import { JsonSearch } from './json-search'
import { JsonTree } from './json-tree'
import { jsonPointer } from './path'
import { prettyPrint } from './pretty-print'
import { useTree } from './use-tree'

const DEPTHS = [1, 2, 3, 4]

interface JsonDocumentViewProps {
  label: string
  document: JsonDocument
  masked: readonly string[]
  column: string
  valueAction?: ValueAction
  /** Whether the keyboard goes on in the tree, because the button that had the focus gave way to it. */
  takesFocus: boolean
}

/** A document that could be read: as a tree beside its active value, or as text. */
export function JsonDocumentView(props: JsonDocumentViewProps) {
  const { label, document, masked, column, valueAction, takesFocus } = props
  const scroller = useRef<HTMLDivElement>(null)
  const tree = useTree(document, scroller, takesFocus)
  const [words, setWords] = useState('')
  const [raw, setRaw] = useState(false)
  const pointers = new Set(masked)
  const copy = (node: JsonNode) =>
    copyText(node.size > 0 ? prettyPrint(document, node) : textOf(document, node), node.parent ? 'value' : 'document')

  return (
    <div className="overflow-hidden rounded-md border border-line">
      <div className="flex flex-wrap items-center gap-2 border-b border-line px-2 py-1.5">
        {!raw && (
          <JsonSearch
            document={document}
            words={words}
            onWords={setWords}
            onMatch={(node) => tree.goTo(node, { focus: false })}
          />
        )}
        <div className="ml-auto flex items-center gap-2">
          {!raw && (
            <Menu
              trigger={
                <Button compact>
                  <ChevronsUpDown aria-hidden />
                  Levels
                </Button>
              }
            >
              <MenuItem onSelect={() => tree.setOpenness(openTo(0))}>Close all</MenuItem>
              {DEPTHS.map((depth) => (
                <MenuItem key={depth} onSelect={() => tree.setOpenness(openTo(depth))}>
                  Open {depth} {depth === 1 ? 'level' : 'levels'}
                </MenuItem>
              ))}
              <MenuItem onSelect={() => tree.setOpenness(openTo(Number.POSITIVE_INFINITY))}>Open all</MenuItem>
            </Menu>
          )}
          <Button compact onClick={() => copy(document.root)}>
            <Copy aria-hidden />
            Copy all
          </Button>
          <Button compact aria-pressed={raw} tone={raw ? 'primary' : 'secondary'} onClick={() => setRaw(!raw)}>
            Raw
          </Button>
        </div>
      </div>
      {raw ? (
        <JsonRaw label={`${label}, as text`} text={prettyPrint(document, document.root)} />
      ) : (
        <div className="lg:grid lg:grid-cols-[minmax(0,1fr)_20rem]">
          <div className="min-w-0">
            <JsonTree
              label={label}
              document={document}
              tree={tree}
              scroller={scroller}
              masked={pointers}
              words={words}
              onCopy={copy}
            />
          </div>
          <div className="border-line max-lg:border-t lg:border-l">
            <JsonInspector
              document={document}
              node={tree.active}
              masked={pointers.has(jsonPointer(pathOf(document, tree.active)))}
              words={words}
              column={column}
              valueAction={valueAction}
              onCopy={copy}
            />
          </div>
        </div>
      )}
    </div>
  )
}
