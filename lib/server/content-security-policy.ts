import 'server-only'

/**
 * The one style that a library (sonner 2.0.8) adds by itself without a way to give it a nonce: SHA-256 of its text, and of the empty text that it
 * begins with. A unit test compares.
 */
export const SONNER_STYLE =
  "'sha256-StEaX+se6YS7pqjzrzMIA0KaX9zF/8zAhvQXZAe5epY=' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"

/**
 * The policy of one answer. Scripts run when they carry the nonce, and what those load; nothing else runs, whatever gets into a page. Attributes
 * named `style` are let be: the server draws widths and places with them, they can run nothing, and no nonce exists for them (docs/decisions/036).
 */
export function contentSecurityPolicy(nonce: string, site: { isSecure: boolean; isDevelopment: boolean }): string {
  const { isSecure, isDevelopment } = site
  // In development React rebuilds the server's stacks with eval, and styles are put in by script as they change.
  const styles = isDevelopment ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}' ${SONNER_STYLE}`
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    "script-src-attr 'none'",
    `style-src ${styles}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    ...(isSecure ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
}
