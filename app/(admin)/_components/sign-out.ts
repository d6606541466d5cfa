import { forgetPerson } from '@/components/browser-keeps'
import { routes } from '@/lib/routes'

/** Ends the session in this browser, and lets go of what it keeps of the person. What does it is loaded only then: every page has the button, and few people press it. */
export async function signOut(): Promise<void> {
  const auth = await import('next-auth/react')
  forgetPerson()
  // Some things are written while a page is left: this comes after them.
  window.addEventListener('pagehide', forgetPerson, { once: true })
  await auth.signOut({ callbackUrl: routes.login() })
}
