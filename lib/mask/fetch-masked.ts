import { maskJson } from './mask-json'

/**
 * In the browser: a document from a route that answers with masked JSON text. Masking what is masked changes nothing, but tells
 * where, so the pointers need not travel beside megabytes. Throws when the route refuses or fails.
 */
export async function fetchMasked(address: string): Promise<{ text: string; masked: string[] }> {
  const response = await fetch(address, { cache: 'no-store' })
  const text = await response.text()
  if (!response.ok) throw new Error(`The document could not be loaded (${response.status}).`)
  return { text, masked: maskJson(text).masked }
}
