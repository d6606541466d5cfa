'use client'

import { useSyncExternalStore } from 'react'

/** A module that is fetched when a person comes near what needs it, instead of with every page. */
export interface OnDemand<Module> {
  /** Begins to fetch it, or waits for who did. A failure is the caller's to say; the next call tries again. */
  fetch: () => Promise<Module>
  /** Begins to fetch it, for a pointer or the focus that comes near; of a failure only the console hears. */
  prepare: () => void
  /** The module for whoever runs only after it came. */
  now: () => Module
  /** The module once it is here, also when it comes later. */
  useWhenHere: () => Module | undefined
}

/** Makes `load`, a dynamic import, into a module that is fetched once, on demand. */
export function onDemand<Module>(load: () => Promise<Module>): OnDemand<Module> {
  let here: Module | undefined
  let coming: Promise<Module> | undefined
  const readers = new Set<() => void>()
  const subscribe = (read: () => void) => {
    readers.add(read)
    return () => readers.delete(read)
  }
  const fetch = () => {
    coming ??= load().then(
      (module) => {
        here = module
        for (const read of readers) read()
        return module
      },
      (error: unknown) => {
        coming = undefined
        throw error
      },
    )
    return coming
  }
  return {
    fetch,
    prepare: () => void fetch().catch((error: unknown) => console.warn(error)),
    now: () => {
      if (here === undefined) throw new Error('This module is used before it was fetched.')
      return here
    },
    useWhenHere: () =>
      useSyncExternalStore(
        subscribe,
        () => here,
        () => undefined,
      ),
  }
}
