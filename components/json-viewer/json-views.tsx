'use client'

import { Copy } from 'lucide-react'
import { Activity, lazy, Suspense, useRef, useState } from 'react'
import { Button } from '../ui/button'
import { copyText } from '../ui/copy-text'
import { Skeleton } from '../ui/skeleton'
import { JsonTreeView, type JsonTreeViewProps } from './json-tree-view'
import { loadCode } from './load-code'
import { prettyText } from './pretty-text'
import { RawButton } from './raw-button'
import { CODE_FROM } from './size'

const JsonCode = lazy(loadCode)

/** Valid JSON as a tree, or as text, whichever suits its size first. The tree keeps its state while the text is shown. */
export function JsonViews({ label, text, takesFocus, ...tree }: Omit<JsonTreeViewProps, 'tools'>) {
  'use memo'
  const isLarge = text.length >= CODE_FROM
  const [isRaw, setRaw] = useState(isLarge)
  const [hasTree, setHasTree] = useState(!isLarge)
  const hadFocus = useRef(false)
  const toggle = () => {
    setRaw(!isRaw)
    setHasTree(true)
  }
  const tools = (
    <div className="ml-auto flex items-center gap-2">
      <Button compact onClick={() => copyText(prettyText(text), 'document')}>
        <Copy aria-hidden />
        Copy all
      </Button>
      <RawButton isRaw={isRaw} hadFocus={hadFocus} onPress={toggle} />
    </div>
  )
  return (
    <div className="min-w-0">
      {hasTree && (
        <Activity mode={isRaw ? 'hidden' : 'visible'}>
          <JsonTreeView {...tree} label={label} text={text} takesFocus={takesFocus && !isLarge} tools={tools} />
        </Activity>
      )}
      {isRaw && (
        <Suspense fallback={<Skeleton className="m-4 h-40" />}>
          <JsonCode label={`${label}, as text`} text={text} isJson takesFocus={takesFocus && !hasTree} tools={tools} />
        </Suspense>
      )}
    </div>
  )
}
