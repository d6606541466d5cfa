'use client'

import { createContext, type ReactNode, use } from 'react'
import { FALLBACK_LOCALE } from '@/lib/time/locale'

const Locale = createContext(FALLBACK_LOCALE)

/** Tells every part below in which locale the viewer reads dates and numbers, so that server and browser write the same. */
export function LocaleProvider({ locale, children }: { locale: string; children: ReactNode }) {
  return <Locale value={locale}>{children}</Locale>
}

/** The viewer's locale, such as `de-AT`. */
export function useLocale(): string {
  return use(Locale)
}
