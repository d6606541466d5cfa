/** What the person can tell support: the digest that Next puts on an error of the server, the same in the log. */
export function failureReference(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('digest' in error)) return undefined
  return typeof error.digest === 'string' ? error.digest : undefined
}
