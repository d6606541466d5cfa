'use client'

import { Copy } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { copyText } from '@/components/ui/copy-text'

/** Puts all of it on the clipboard as plain text, for a ticket or a mail. */
export function CopyExplanation({ text }: { text: string }) {
  return (
    <Button onClick={() => copyText(text, 'explanation')}>
      <Copy aria-hidden />
      Copy as text
    </Button>
  )
}
