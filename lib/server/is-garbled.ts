/** What React writes for values that JSON has no words for. A text that begins with `$` comes with another before it. */
const WORDS = ['$undefined', '$NaN', '$Infinity', '$-Infinity', '$-0']
/** Levels of the arguments of an action. Ours have three; documents travel as text (docs/decisions/003). */
const DEEPEST = 32

type Asked = Pick<Request, 'method' | 'headers' | 'text'>

/**
 * Whether this is a call of a server action that no page of ours can have sent: arguments that are no list in JSON, that refer to what was not sent along,
 * or that come in parts, as only files would. Next answers each with a failure of its own. An action is any POST that names one.
 */
export async function isGarbled(request: Asked): Promise<boolean> {
  if (request.method !== 'POST' || !request.headers.has('next-action')) return false
  if (!request.headers.get('content-type')?.startsWith('text/plain')) return true
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
