/** The id in a dynamic segment of the path, which Next hands a page as it stands in the address. What cannot be decoded is no id. */
export function idFromSegment(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch (error) {
    if (error instanceof URIError) return ''
    throw error
  }
}
