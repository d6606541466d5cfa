/** What dates and numbers look like for someone whose browser names no locale that `Intl` knows. */
export const FALLBACK_LOCALE = 'en-GB'

/** Longer headers are cut: browsers send a handful of languages. */
const LONGEST = 1_000

/**
 * The first locale of an Accept-Language header that `Intl` has data for, by weight and then by place, as `de-AT`; else
 * `en-GB`. Any text is a header: it is whatever the client sends. Extensions such as `-u-nu-latn` are left out, so that
 * what is kept per locale stays as few as there are locales.
 */
export function localeFrom(acceptLanguage: string | null): string {
  const wanted = (acceptLanguage ?? '').slice(0, LONGEST).split(',').map(readRange)
  // Sorting is stable: equal weights keep their order.
  const byWeight = wanted.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight)
  for (const { tag } of byWeight) {
    const locale = supported(tag)
    if (locale) return locale
  }
  return FALLBACK_LOCALE
}

/** The locale as a `lang` attribute where it is another language than the page's, which is English (WCAG 3.1.2). */
export function foreignLang(locale: string): string | undefined {
  return /^en\b/.test(locale) ? undefined : locale
}

function readRange(range: string): { tag: string; weight: number } {
  const [tag = '', ...parameters] = range.split(';').map((part) => part.trim())
  const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2)
  const weight = quality === undefined ? 1 : Number(quality)
  return { tag, weight: Number.isFinite(weight) ? weight : 0 }
}

/** The locale that `Intl` would use for the tag; null when that is not the one asked for, or the tag is none. */
function supported(tag: string): string | null {
  if (tag === '' || tag === '*') return null
  try {
    const { baseName } = new Intl.Locale(tag)
    if (Intl.DateTimeFormat.supportedLocalesOf(baseName).length === 0) return null
    // Numbers and dates have the same locales; a formatter of numbers is made four times as fast.
    return new Intl.NumberFormat(baseName).resolvedOptions().locale
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
