'use client'

import { ChevronsUpDown } from 'lucide-react'
import { type ReactNode, useRef, useState } from 'react'
import { Alert } from '../ui/alert'
import { Button } from '../ui/button'
import { copyText } from '../ui/copy-text'
import { Menu, MenuItem } from '../ui/menu'
import { type JsonDocument, type JsonNode, parseDocument, pathOf, textOf } from './document'
import { openTo } from './flatten'
import { JsonComparison } from './json-comparison'
import { type EditPlace, JsonInspector, type MaskedAction, type ValueAction } from './json-inspector'
import { JsonSearch } from './json-search'
import { JsonTree } from './json-tree'
import { dotPath, jsonPointer } from './path'
import { prettyPrint } from './pretty-print'
import { useTree } from './use-tree'

const DEPTHS = [1, 2, 3, 4]

export interface JsonTreeViewProps {
  label: string
  text: string
  masked: readonly string[]
  column: string
  valueAction?: ValueAction
  maskedAction?: MaskedAction
  editPlace?: EditPlace
  remember?: string
  /** Whether the keyboard goes on in the document, because the button that had the focus gave way to it. */
  takesFocus: boolean
  /** Stands beside the search. */
  tools: ReactNode
}

/** The document as a tree beside its active value. */
export function JsonTreeView({ text, ...rest }: JsonTreeViewProps) {
  'use memo'
  const document = parseDocument(text)
  if (document) return <DocumentTree {...rest} document={document} />
  return (
    <div className="flex flex-wrap items-center gap-2 p-2">
      <Alert tone="warning" title="This is not valid JSON, so there is no tree of it." />
      {rest.tools}
    </div>
  )
}

function DocumentTree(props: Omit<JsonTreeViewProps, 'text'> & { document: JsonDocument }) {
  'use memo'
  const { label, document, masked, column, valueAction, maskedAction, editPlace, remember, takesFocus, tools } = props
  const scroller = useRef<HTMLDivElement>(null)
  const tree = useTree(document, scroller, { takesFocus, remember })
  const [words, setWords] = useState('')
  const [base, setBase] = useState<JsonNode>()
  const [isComparing, setComparing] = useState(false)
  const pointers = new Set(masked)
  const copy = (node: JsonNode) =>
    copyText(node.size > 0 ? prettyPrint(document, node) : textOf(document, node), node.parent ? 'value' : 'document')
  const levels = (depth: number) => tree.setOpenness(openTo(depth))

  return (
    <>
      <div className="flex flex-wrap items-center gap-2 border-b border-line px-2 py-1.5">
        <JsonSearch
          document={document}
          words={words}
          onWords={setWords}
          onMatch={(node) => tree.goTo(node, { focus: false })}
        />
        <Menu
          trigger={
            <Button compact>
              <ChevronsUpDown aria-hidden />
              Levels
            </Button>
          }
        >
          <MenuItem onSelect={() => levels(0)}>Close all</MenuItem>
          {DEPTHS.map((depth) => (
            <MenuItem key={depth} onSelect={() => levels(depth)}>
              Open {depth} {depth === 1 ? 'level' : 'levels'}
            </MenuItem>
          ))}
          <MenuItem onSelect={() => levels(Number.POSITIVE_INFINITY)}>Open all</MenuItem>
        </Menu>
        {tools}
      </div>
      <div className="@container">
        <div className="@2xl:grid @2xl:grid-cols-[minmax(0,1fr)_20rem]">
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
          <div className="border-line @max-2xl:border-t @2xl:border-l">
            <JsonInspector
              document={document}
              node={tree.active}
              masked={pointers.has(jsonPointer(pathOf(document, tree.active)))}
              words={words}
              column={column}
              valueAction={valueAction}
              maskedAction={maskedAction}
              editPlace={editPlace}
              onCopy={copy}
              comparing={
                base === undefined || base === tree.active
                  ? {
                      label: base ? 'Choose another value to compare' : 'Compare…',
                      onPress: () => setBase(tree.active),
                    }
                  : {
                      label: `Compare with ${dotPath(pathOf(document, base)) || 'the whole'}`,
                      onPress: () => setComparing(true),
                    }
              }
            />
          </div>
        </div>
      </div>
      {base && (
        <JsonComparison
          open={isComparing}
          onOpenChange={(open) => {
            setComparing(open)
            if (!open) setBase(undefined)
          }}
          left={{ document, node: base }}
          right={{ document, node: tree.active }}
          masked={pointers}
        />
      )}
    </>
  )
}
