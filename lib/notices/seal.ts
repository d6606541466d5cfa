import 'server-only'
import { sessionSecret } from '../auth/secret'
import { type Seal, sealWith } from '../table/seal'

/** What keeps secrets of channels unreadable in the database, under a key derived from the session key and used for nothing else. */
export async function noticeSeal(): Promise<Seal> {
  return sealWith(`notices ${await sessionSecret()}`)
}
