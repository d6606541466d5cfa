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
    console.error(error)
    toast.error(NOT_LOADED)
    onFailed?.()
  })
  const isMissing = needed && here === undefined
  useEffect(() => {
    if (isMissing) module.fetch().catch(fail)
  }, [isMissing, module])
  return here
}

/** Runs `use` with a module on demand for what a person did that needs it. Where it cannot be fetched, that is said. */
export async function withFetched<Module>(module: OnDemand<Module>, use: (here: Module) => void): Promise<void> {
  try {
    use(await module.fetch())
  } catch (error) {
    console.error(error)
    toast.error(NOT_LOADED)
  }
}

/** Said when a module on demand cannot be fetched: the server is gone, or has another version of the app by now. */
export const NOT_LOADED = 'This part of the page could not be loaded. Try again, or reload the page.'
