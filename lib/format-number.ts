const formats = new Map<string, Intl.NumberFormat>()
// The words are English whatever the numbers look like.
const plurals = new Intl.PluralRules('en')

// Building a formatter costs more than a thousand uses of it, so each locale's is kept.
function formatFor(locale: string, maximumFractionDigits: number, minimumFractionDigits = 0): Intl.NumberFormat {
  const key = `${locale} ${minimumFractionDigits} ${maximumFractionDigits}`
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.NumberFormat(locale, { minimumFractionDigits, maximumFractionDigits })
  formats.set(key, made)
  return made
}

/** `1,234` or `1.234` or `١٬٢٣٤`, as the locale writes it; at most `fractionDigits` after the point, none unless told. */
export function formatNumber(locale: string, value: number, fractionDigits = 0): string {
  return formatFor(locale, fractionDigits).format(value)
}

interface DigitsOf {
  /** Its ISO 4217 code. */
  currency?: string
  isAmount?: boolean
}

/** More digits than `Intl` would write without rounding. */
const EXACT = /^[+-]?\d{1,20}(?:\.\d{1,20})?$/

/**
 * Decimal digits as the locale writes them, all of them; with a currency's code as that currency. An amount of which no currency is known
 * has two places or none. Other notations stay as they are.
 */
export function formatDigits(locale: string, digits: string, { currency, isAmount = false }: DigitsOf = {}): string {
  if (!EXACT.test(digits)) return currency ? `${digits} ${currency}` : digits
  const places = isAmount && digits.includes('.') ? 2 : 0
  const format = currency ? currencyFor(locale, currency) : formatFor(locale, 20, places)
  return format.format(digits.replace(/^\+/, '') as Intl.StringNumericLiteral)
}

function currencyFor(locale: string, currency: string): Intl.NumberFormat {
  const key = `${locale} ${currency}`
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 20 })
  formats.set(key, made)
  return made
}

/** Which of two English words goes with that many: `one` for 1, `other` for all else. */
export function pluralOf(count: number, words: { one: string; other: string }): string {
  return plurals.select(count) === 'one' ? words.one : words.other
}

/** `1 record`, `1,234 records`: the number as the locale writes it, the English word in its number. */
export function formatCount(locale: string, count: number, words: { one: string; other: string }): string {
  return `${formatNumber(locale, count)} ${pluralOf(count, words)}`
}

/** A part of a whole in percent, as the locale writes it: a part that is there is never 0 %, one that lacks something never 100 %. */
export function formatShare(locale: string, part: number, whole: number): string {
  const share = whole === 0 ? 0 : part / whole
  const told = part > 0 && part < whole ? Math.min(0.999, Math.max(0.001, share)) : share
  const key = `${locale} %`
  const format = formats.get(key) ?? new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
  formats.set(key, format)
  return format.format(told)
}
