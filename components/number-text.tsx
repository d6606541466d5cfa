'use client'

import { formatNumber } from '@/lib/format-number'
import { foreignLang } from '@/lib/time/locale'
import { useLocale } from './locale'

/** A number as the viewer's locale writes it. */
export function NumberText({ value }: { value: number }) {
  const locale = useLocale()
  return (
    // The browser may carry newer data of its locales than the server; what the server wrote stays.
    <span lang={foreignLang(locale)} suppressHydrationWarning>
      {formatNumber(locale, value)}
    </span>
  )
}
