import { useEffect, useRef, useState } from 'react'

/** Milliseconds between two things said aloud. */
const QUIET = 20_000

/** A text for a polite live region, which changes so seldom that nobody is talked over: what it says at last is the latest. */
export function useSpoken(text: string): string {
  const [spoken, setSpoken] = useState('')
  const saidAt = useRef(Number.NEGATIVE_INFINITY)
  useEffect(() => {
    if (text === '') return setSpoken('')
    const waiting = setTimeout(
      () => {
        saidAt.current = performance.now()
        setSpoken(text)
      },
      Math.max(0, saidAt.current + QUIET - performance.now()),
    )
    return () => clearTimeout(waiting)
  }, [text])
  return spoken
}
