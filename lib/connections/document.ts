import 'server-only'
import type { MaskPolicy } from '../mask/policy'
import type { DocumentDto } from './dto'

/** Bytes of masked JSON above which a document is fetched on demand instead of being part of the page. */
const EMBEDDED_AT_MOST = 64_000

/** A stored document as a page may have it: masked, and only its size where it is large. */
export function documentOf({ ofDocument }: MaskPolicy, source: string): DocumentDto {
  const { text, masked } = ofDocument.json(source)
  const bytes = Buffer.byteLength(text)
  return bytes > EMBEDDED_AT_MOST ? { text: null, masked: [], bytes } : { text, masked, bytes }
}
