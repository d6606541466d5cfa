declare global {
  interface Window {
    /** Where libraries look for the nonce of the styles that they add by script, as the lock of scrolling under Radix' dialogs does. */
    __webpack_nonce__?: string
  }
}

/**
 * What libraries have to know of the policy before any of them runs: the nonce, which browsers show to a running script only, and that Zod is not
 * to try whether it may make programs of text, which would be reported although it makes do without.
 */
export const NONCE_SCRIPT =
  'window.__webpack_nonce__=document.currentScript.nonce;window.__zod_globalConfig={jitless:true};'

/** The nonce with which styles of this page are let in; see docs/decisions/036. */
export function pageNonce(): string {
  // Where React made the whole document anew, the scripts that Next began with still say it.
  return window.__webpack_nonce__ ?? document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? ''
}
