import type { ByteText } from './byte-text'

/** What a spreadsheet would take for a formula when a cell begins with it (OWASP, CSV Injection), in Japanese ones also in full width. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/
const NEEDS_QUOTES = /[",\r\n]/
/** Either: of most cells this is all that is asked. */
const NEEDS_CARE = new RegExp(`${FORMULA.source}|${NEEDS_QUOTES.source}`)
/** Characters of a text from which its quotes are doubled as bytes. */
const LONG = 100

/** A text as a cell: quoted where RFC 4180 asks for it, and never a formula. An empty text is `""`, so that it is not taken for none. */
export function csvText(text: string): string {
  if (text === '') return '""'
  if (!NEEDS_CARE.test(text)) return text
  const safe = FORMULA.test(text) ? `'${text}` : text
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Appends the same cell as `csvText` makes. */
export function appendCsvText(out: ByteText, text: string): void {
  if (text.length < LONG || !NEEDS_QUOTES.test(text)) {
    out.append(csvText(text))
    return
  }
  out.append(FORMULA.test(text) ? `"'` : '"')
  out.appendDoubled(text)
  out.append('"')
}

/** Cells as a line with its end. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.join(',')}\r\n`
}
