'use client'

import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { writeClipboard } from './copy-text'
import { IconButton } from './icon-button'
import { toast } from './toast'

/** Copies `text`. `what` names it: "Copy id", then "Copied". */
export function CopyButton({ text, what }: { text: string; what: string }) {
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    try {
      await writeClipboard(text)
      setCopied(true)
    } catch {
      toast.error(`The browser did not allow copying the ${what}.`)
    }
  }
  return (
    <>
      <IconButton icon={copied ? Check : Copy} label={`Copy ${what}`} onClick={copy} onBlur={() => setCopied(false)} />
      <span role="status" className="sr-only">
        {copied && `Copied the ${what}`}
      </span>
    </>
  )
}
