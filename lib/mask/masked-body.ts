/** A masked document on its way to the browser: its text, and the JSON pointers (RFC 6901) of what was replaced in it. */
export interface MaskedDocument {
  text: string
  masked: string[]
}

/** The media type of lines below each other; the whole is not JSON. */
export const MASKED_TYPE = 'application/x-ndjson; charset=utf-8'

/** One line with the pointers as a JSON array, then the document as it is: megabytes are neither escaped nor parsed for them. */
export function printMasked({ text, masked }: MaskedDocument): string {
  return `${JSON.stringify(masked)}\n${text}`
}

/** What `printMasked` wrote. Throws a SyntaxError on anything else. */
export function readMasked(body: string): MaskedDocument {
  const end = body.indexOf('\n')
  const masked: unknown = JSON.parse(body.slice(0, Math.max(0, end)))
  if (!Array.isArray(masked)) throw new SyntaxError('The first line holds no pointers.')
  return { text: body.slice(end + 1), masked: masked.map(String) }
}
