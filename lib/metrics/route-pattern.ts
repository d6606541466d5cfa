/** Finds the pattern of a path among those of the build: `/records/[recordId]`. Anything else is `other`, so that no id becomes a label. */
export function routePatternOf(path: string, patterns: readonly string[]): string {
  if (path.startsWith('/_next/')) return '/_next'
  const parts = segments(path)
  const fits = patterns.filter((pattern) => matches(segments(pattern), parts))
  // As Next chooses: what is spelled out comes before what stands for anything.
  const [best] = fits.sort((a, b) => dynamicParts(a) - dynamicParts(b))
  return best ?? 'other'
}

function matches(pattern: readonly string[], parts: readonly string[]): boolean {
  const rest = pattern.findIndex((part) => part.startsWith('[...') || part.startsWith('[[...'))
  if (rest === -1 ? pattern.length !== parts.length : parts.length < rest) return false
  return pattern
    .slice(0, rest === -1 ? undefined : rest)
    .every((part, at) => part.startsWith('[') || part === parts[at])
}

const segments = (path: string) => path.split('/').filter((part) => part !== '')
const dynamicParts = (pattern: string) => segments(pattern).filter((part) => part.startsWith('[')).length
