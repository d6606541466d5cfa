'use client'

import { useLocale } from '@/components/locale'
import { titleOnHover } from '@/components/title-on-hover'
import { formatBytes } from '@/lib/format-bytes'
import type { DataPreview as Preview } from '@/lib/records/dto'

/** The beginning of a document in one line; of a large one only its size, since it was not read. */
export function DataPreview({ preview }: { preview: Preview }) {
  const locale = useLocale()
  if (preview.text === null)
    return <span className="text-ink-muted">Large document, {formatBytes(locale, preview.storedBytes)} stored</span>
  if (preview.text === '{}') return <span className="text-ink-muted">Empty</span>
  return (
    <span dir="ltr" className="font-mono text-xs" onPointerEnter={titleOnHover}>
      {preview.text}
    </span>
  )
}
