/** What React writes for values that JSON has no words for. A text that begins with `$` comes with another before it. */
const WORDS = ['$undefined', '$NaN', '$Infinity', '$-Infinity', '$-0']
/** Levels of the arguments of an action. Ours have three; documents travel as text (docs/decisions/003). */
const DEEPEST = 32

type Asked = Pick<Request, 'method' | 'headers' | 'text'>

/** What the build calls an action. One of another build has such a name too, and is told that the page is older than the server. */
const ACTION = /^[0-9a-f]{40,44}$/

/**
 * Whether this is a call of a server action that no page of ours can have sent: a name that no build gives, arguments that are no list in JSON, that refer to what was
 * not sent along, or that come in parts, as only files would. Next answers each with a failure of its own, and writes the name into the log as it is.
 * An action is any POST that names one, in a header or, as of a page without scripts, in a part: there is no such page.
 */
export async function isGarbled(request: Asked): Promise<boolean> {
  if (request.method !== 'POST') return false
  const type = request.headers.get('content-type') ?? ''
  if (/^\s*multipart\//i.test(type)) return true
  const action = request.headers.get('next-action')
  if (action === null) return false
  if (!ACTION.test(action) || !type.startsWith('text/plain')) return true
  try {
    const given: unknown = JSON.parse(await request.text())
    return !Array.isArray(given) || !isPlain(given)
  } catch (error) {
    if (error instanceof SyntaxError) return true
    throw error
  }
}

/** One level after the other: what is nested a thousand times must not take the stack. */
function isPlain(given: unknown): boolean {
  let level: unknown[] = [given]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST || level.some(isReference)) return false
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []))
  }
  return true
}

function isReference(value: unknown): boolean {
  return typeof value === 'string' && value.startsWith('$') && !value.startsWith('$$') && !WORDS.includes(value)
}

/** Whether the path of this address can be read: percent signs that stand for no character make Next fail. */
export function isReadable(pathname: string): boolean {
  try {
    decodeURIComponent(pathname)
    return true
  } catch (error) {
    if (error instanceof URIError) return false
    throw error
  }
}
