import 'server-only'

export async function offerSetUp(_origin: string): Promise<string | null> {
  return null
}
