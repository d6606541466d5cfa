export interface TextPiece {
  text: string
  /** What to show in place of a character that has no shape of its own; undefined for ordinary text. */
  sign?: string
}

const SIGNS: Record<string, string> = { '\n': '↵', '\r': '␍', '\t': '⇥' }

/**
 * Characters that cannot be seen: controls, formats (bidi overrides, zero-width space, byte order mark), line separators and lone surrogates.
 * Joiners inside emoji and Arabic words belong to how these are written, so they stay.
 */
export const UNSEEN =
  /(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F)\u200D|(?<!\p{Script=Arabic})\u200C|[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]|(?![\u200C\u200D])\p{Cf}/gu

/**
 * The text in pieces, with each character that cannot be seen apart, so that no text can look like another or turn its line round.
 * In text of several lines, line feeds and tabs do what they are for.
 */
export function visibleText(text: string, { lines = false } = {}): TextPiece[] {
  // Nearly every text is plain, and the other expression costs a hundred times as much.
  if ((lines ? /^[\t\n -~]+$/ : /^[ -~]+$/).test(text)) return [{ text }]
  const pieces: TextPiece[] = []
  let from = 0
  for (const { 0: unseen, index } of text.matchAll(UNSEEN)) {
    if (lines && (unseen === '\n' || unseen === '\t')) continue
    if (index > from) pieces.push({ text: text.slice(from, index) })
    pieces.push({ text: unseen, sign: signOf(unseen) })
    from = index + unseen.length
  }
  if (from < text.length) pieces.push({ text: text.slice(from) })
  return pieces
}

/** What is shown in place of a character that cannot be seen: `⇥`, `U+202E`. */
export function signOf(character: string): string {
  return SIGNS[character] ?? `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
