'use client'

import { useEffect, useEffectEvent } from 'react'
import type { OnDemand } from './on-demand'
import { toast } from './toast'

/**
 * A module on demand, once it is here; fetched when it is `needed`. Where that fails it is said, and `onFailed` takes back what asked for it.
 */
export function useNeeded<Module>(module: OnDemand<Module>, needed: boolean, onFailed?: () => void) {
  const here = module.useWhenHere()
  const fail = useEffectEvent((error: unknown) => {
    sayMissing(error)
    onFailed?.()
  })
  const isMissing = needed && here === undefined
  useEffect(() => {
    if (isMissing) module.fetch().catch(fail)
  }, [isMissing, module])
  return here
}

/** Runs `use` with what is on its way, for what a person did that needs it. Where it cannot be fetched, that is said. */
export async function whenFetched<Loaded>(loading: Promise<Loaded>, use: (loaded: Loaded) => void): Promise<void> {
  try {
    use(await loading)
  } catch (error) {
    sayMissing(error)
  }
}

/** The server is gone, or has another version of the app by now. */
function sayMissing(error: unknown): void {
  console.error(error)
  toast.error('This part of the page could not be loaded. Try again, or reload the page.')
}
