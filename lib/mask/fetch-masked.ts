import { type MaskedDocument, readMasked } from './masked-body'

/** In the browser: a document from a route that answers with `printMasked`. Throws when the route refuses or fails. */
export async function fetchMasked(address: string): Promise<MaskedDocument> {
  const response = await fetch(address, { cache: 'no-store' })
  if (!response.ok) throw new Error(`The document could not be loaded (${response.status}).`)
  return readMasked(await response.text())
}
