import 'server-only'
import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto'
import { sessionSecret } from '../auth/secret'
import type { KeysetTerm } from './keyset'

/** Makes a text unreadable for everyone but this installation, and readable again. */
export interface Seal {
  hide: (text: string) => string
  /** Null for what was not made by `hide`. */
  reveal: (sealed: string) => string | null
}

const [IV, TAG] = [12, 16]

/** What hides the cursors of these terms; null where none of them is sealed, so that other lists ask for no key. */
export async function sealFor(terms: readonly KeysetTerm[]): Promise<Seal | null> {
  return terms.some(({ column }) => column.sealed) ? sealWith(await sessionSecret()) : null
}

/** AES-256-GCM. The same text always gives the same sealed one, so that a link does not change while nothing else does. */
export function sealWith(secret: string): Seal {
  const derive = (purpose: string) => createHmac('sha256', secret).update(`cursor ${purpose}`).digest()
  const key = derive('key')
  const hide = (text: string) => {
    const iv = createHmac('sha256', derive('iv')).update(text).digest().subarray(0, IV)
    const cipher = createCipheriv('aes-256-gcm', key, iv)
    const hidden = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
    return Buffer.concat([iv, cipher.getAuthTag(), hidden]).toString('base64url')
  }
  const reveal = (sealed: string) => {
    const bytes = Buffer.from(sealed, 'base64url')
    if (bytes.length <= IV + TAG) return null
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV), { authTagLength: TAG })
    decipher.setAuthTag(bytes.subarray(IV, IV + TAG))
    const text = decipher.update(bytes.subarray(IV + TAG), undefined, 'utf8')
    try {
      return text + decipher.final('utf8')
    } catch (error) {
      // The only way in which Node says that the tag does not fit.
      if (error instanceof Error && /authenticate/.test(error.message)) return null
      throw error
    }
  }
  return { hide, reveal }
}
