/** Without the space around it, unless the last one is escaped and so part of a value. */
export function withoutMargin(text: string): string {
  const trimmed = text.trim()
  return trimmed.endsWith('\\') ? text.trimStart() : trimmed
}
