import { routes } from '@/lib/routes'

/** Ends the session in this browser. What does it is loaded only then: every page has the button, and few people press it. */
export async function signOut(): Promise<void> {
  const auth = await import('next-auth/react')
  await auth.signOut({ callbackUrl: routes.login() })
}
