type Asked = Pick<Request, 'method' | 'headers'>

/**
 * Whether a page of another site had the browser send this. What can change something must come from a page of ours; of the rest another
 * site may only lead a person here, and neither fetch, embed nor frame an answer that their cookie opens. Programs send none of these
 * headers and carry no one's cookies.
 */
export function comesFromElsewhere({ method, headers }: Asked): boolean {
  const onlyReads = method === 'GET' || method === 'HEAD'
  const origin = headers.get('origin')
  if (origin !== null && !onlyReads && !isThisSite(origin, headers)) return true
  const site = headers.get('sec-fetch-site')
  if (site === null || site === 'same-origin' || site === 'none') return false
  const leadsHere = headers.get('sec-fetch-mode') === 'navigate' && headers.get('sec-fetch-dest') === 'document'
  return !(onlyReads && leadsHere)
}

function isThisSite(origin: string, headers: Headers): boolean {
  const host = headers.get('x-forwarded-host') ?? headers.get('host')
  return URL.canParse(origin) && new URL(origin).host === host
}
