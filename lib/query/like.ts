/** A LIKE pattern that stands for `segments` with anything between them; no character of theirs is a wildcard in it. */
export function likePattern(segments: readonly string[]): string {
  return segments.map((segment) => segment.replace(/[\\%_]/g, '\\$&')).join('%')
}
