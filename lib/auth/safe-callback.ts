/** Where to go when there is nowhere safe to go back to. */
const HOME = '/'

/**
 * The address to open after signing in: `wanted` when it is a path of this site, else the overview. Parsed as a browser would,
 * since browsers read `/\evil.example`, tabs and missing slashes in their own way. The sign-in page itself would be a loop.
 */
export function safeCallback(wanted: string | undefined): string {
  if (wanted === undefined || wanted.length > 4_000 || !wanted.startsWith('/')) return HOME
  const base = 'http://this-site.invalid'
  if (!URL.canParse(wanted, base)) return HOME
  const url = new URL(wanted, base)
  const isOurs = url.origin === base && !url.pathname.startsWith('//')
  const isLoop = /^\/(login|setup|forgot|new-password)(\/|$)/.test(url.pathname) || url.pathname.startsWith('/api/')
  return isOurs && !isLoop ? `${url.pathname}${url.search}${url.hash}` : HOME
}
