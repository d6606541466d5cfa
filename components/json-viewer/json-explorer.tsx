'use client'

import { useDeferredValue, useState } from 'react'
import { ancestorsOf, type JsonDocument, type JsonNode, prettyPrint } from './document'
import { openAtFirst, openToDepth, visibleRows } from './flatten'
import { JsonDetail } from './json-detail'
import { JsonRaw } from './json-raw'
import { JsonToolbar } from './json-toolbar'
import { JsonTree } from './json-tree'
import { findMatches } from './search'
import type { ValueAction } from './value-action'

interface JsonExplorerProps {
  document: JsonDocument
  masked: readonly string[]
  valueAction?: ValueAction
}

/** The tree with its tools: search, depth, the raw text, and beneath it everything about the value that is chosen. */
export function JsonExplorer({ document, masked, valueAction }: JsonExplorerProps) {
  const { root } = document
  const [open, setOpen] = useState<ReadonlySet<number>>(() => openAtFirst(root))
  const [active, setActive] = useState<JsonNode>(root)
  const [raw, setRaw] = useState(false)
  const [wanted, setWanted] = useState('')
  const searched = useDeferredValue(wanted)
  const matches = findMatches(document, searched)
  const rows = visibleRows(root, open)
  const maskedPointers = new Set(masked)

  /** Makes a value the chosen one and opens whatever it lies in. */
  const reveal = (node: JsonNode) => {
    setOpen((was) => new Set([...was, ...ancestorsOf(node).map(({ offset }) => offset)]))
    setActive(node)
  }
  const setNodesOpen = (nodes: readonly JsonNode[], isOpen: boolean) => {
    const next = new Set(open)
    for (const { offset } of nodes) {
      if (isOpen) next.add(offset)
      else next.delete(offset)
    }
    setOpen(next)
  }
  const openDepth = (depth: number) => {
    setOpen(openToDepth(root, depth))
    setActive(root)
  }

  return (
    <div className="grid min-w-0 gap-3">
      <JsonToolbar
        wanted={wanted}
        onWanted={setWanted}
        matches={matches}
        active={active}
        onReveal={reveal}
        onDepth={openDepth}
        raw={raw}
        onRaw={setRaw}
        text={document.text}
      />
      {raw ? (
        <JsonRaw text={prettyPrint(document)} />
      ) : (
        <>
          <JsonTree
            document={document}
            rows={rows}
            open={open}
            active={active}
            matches={new Set(matches)}
            masked={maskedPointers}
            onActive={setActive}
            onOpen={setNodesOpen}
          />
          <JsonDetail document={document} node={active} masked={maskedPointers} valueAction={valueAction} />
        </>
      )}
    </div>
  )
}
