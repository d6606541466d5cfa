import { unstable_isUnrecognizedActionError } from 'next/navigation'
import type { Failure, Result } from '@/lib/result'
import { askForProof } from './proof'

/** Milliseconds that are waited before each further try of what got no answer. */
const PAUSES = [500, 1_500, 4_000]

/** Why a verb of this page cannot be asked for any more, and what to do. */
export const OUTDATED =
  'The app was upgraded after this page was loaded, so nothing was changed. Reload it and try again; what you have typed in a form is filled in again.'
const UNREACHED =
  'The server could not be reached, so it is not certain whether this was done. Try again when it is back: nothing is done twice.'

/** The key of a press of which nobody knows what came. The next one takes it: with the same input it is the same press, with any other it is another. */
let unsettled: string | null = null

/**
 * Runs a verb once for one press, with a key that says so: what got no answer is asked for again under the same key, so that it is never done
 * twice; what takes no key is asked for once. What wants proof that it is still the same person is asked for again once they gave it, so
 * that nothing they typed is lost. Never throws.
 */
export async function attempt<T>(action: (key: string) => Promise<Result<T>>): Promise<Result<T>> {
  const result = await answerOf(action)
  const asksProof = !result.ok && result.code === 'UNPROVEN'
  return asksProof && (await askForProof()) ? answerOf(action) : result
}

async function answerOf<T>(action: (key: string) => Promise<Result<T>>): Promise<Result<T>> {
  const key = unsettled ?? newKey()
  unsettled = null
  for (const pause of action.length > 0 ? [...PAUSES, null] : [null]) {
    try {
      const result = await action(key)
      if (!result.ok && result.code === 'UNEXPECTED') unsettled = key
      return result
    } catch (error) {
      if (unstable_isUnrecognizedActionError(error)) return { ok: false, code: 'OUTDATED', message: OUTDATED }
      console.error(error)
      if (pause !== null) await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
  unsettled = key
  return unreached()
}

function unreached(): Failure {
  return { ok: false, code: 'UNEXPECTED', message: UNREACHED }
}

/** 128 random bits. `crypto.randomUUID` is only there where the page came over https. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
