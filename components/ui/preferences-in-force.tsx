'use client'

import { useLayoutEffect } from 'react'
import { NONCE_SCRIPT, pageNonce } from './nonce'
import { PREFERENCE_SCRIPT } from './preferences'

/**
 * Where a page is refused or not found, React makes the whole document anew in the browser, and runs no script that stands in it: what the
 * person chose is put in force here, before the paint.
 */
export function PreferencesInForce() {
  useLayoutEffect(() => {
    if (document.documentElement.dataset.theme !== undefined) return
    const script = document.createElement('script')
    script.nonce = pageNonce()
    script.textContent = NONCE_SCRIPT + PREFERENCE_SCRIPT
    document.head.append(script)
  }, [])
  return null
}
