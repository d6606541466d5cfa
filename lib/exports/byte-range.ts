/** Bytes from the first to the last, both of it, as RFC 9110 counts them. */
export interface ByteRange {
  first: number
  last: number
}

/**
 * What the header `Range` asks of a file of so many bytes: a range of it, `whole` where it asks nothing that is understood or several ranges,
 * which a server may answer with the whole file (RFC 9110, 14.2), and `none` for one that lies behind its end.
 */
export function readByteRange(header: string | null, size: number): ByteRange | 'whole' | 'none' {
  const asked = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.replaceAll(' ', '') ?? '')
  if (!asked) return 'whole'
  const [, from = '', to = ''] = asked
  if (from === '' && to === '') return 'whole'
  if (from === '')
    return Number(to) === 0 || size === 0 ? 'none' : { first: Math.max(0, size - Number(to)), last: size - 1 }
  const [first, last] = [Number(from), to === '' ? size - 1 : Math.min(Number(to), size - 1)]
  if (to !== '' && Number(to) < first) return 'whole'
  return first >= size ? 'none' : { first, last }
}
