/**
 * What the app and its verbs run as in the tests: it may do what `npm run admin -- db grants` prints, and nothing else. Made once, with the
 * template, in the server of the run, and gone with it. Its password is the superuser's.
 */
export const APP_ROLE = 'mastra_admin_app'

/** The same database, for the app's role in place of the superuser. */
export function asAppRole(superuser: string): string {
  const url = new URL(superuser)
  url.username = APP_ROLE
  return url.href
}
