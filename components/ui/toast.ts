import type { ExternalToast } from 'sonner'
import { onDemand } from './on-demand'

/** What draws messages: fetched with the first one, or before, when a person comes near what will have one to say. */
export const toasts = onDemand(() => import('./toasts'))

let listening: () => void
const listener = new Promise<void>((resolve) => {
  listening = resolve
})

/** For the place where messages appear: from now on they are seen. */
export function toastsAreShown(): void {
  listening()
}

type Tone = 'success' | 'info' | 'error'

/** A message is never lost: where what draws it cannot be fetched, because the server is gone, the browser says it. */
async function say(tone: Tone, message: string, options?: ExternalToast): Promise<void> {
  try {
    const { toast } = await toasts.fetch()
    await listener
    toast[tone](message, options)
  } catch (error) {
    console.error(error)
    window.alert(message)
  }
}

/** Messages that come and go at the edge of the page. */
export const toast = {
  success: (message: string, options?: ExternalToast) => void say('success', message, options),
  info: (message: string, options?: ExternalToast) => void say('info', message, options),
  error: (message: string, options?: ExternalToast) => void say('error', message, options),
}
