import { useCallback, useLayoutEffect, useRef } from 'react'

/** The same function for as long as the component lives, which does what `run` does by now: for what is drawn anew only when it changes. */
export function useStable<Arguments extends unknown[]>(run: (...given: Arguments) => void) {
  const latest = useRef(run)
  useLayoutEffect(() => {
    latest.current = run
  })
  return useCallback((...given: Arguments) => latest.current(...given), [])
}
