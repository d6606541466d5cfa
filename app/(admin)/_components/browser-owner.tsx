'use client'

import { useLayoutEffect } from 'react'
import { keepForOnly } from '@/components/browser-keeps'

/** Lets go of what the browser keeps of whoever was signed in before. Stands before the page: what reads such things does so after it. */
export function BrowserOwner({ person }: { person: string }) {
  useLayoutEffect(() => keepForOnly(person), [person])
  return null
}
