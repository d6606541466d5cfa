import { useCallback, useRef } from 'react'
import { fillInKept, keepInput } from './kept-input'

/**
 * A form whose input outlives the reload of its page under `name`: `ref` is the form's and fills in what was kept when the form comes, and only then, so that
 * nothing is taken back out by being drawn again; `keep` keeps what is in it now.
 */
export function useKeptForm(name: string) {
  const form = useRef<HTMLFormElement>(null)
  const ref = useCallback(
    (element: HTMLFormElement | null) => {
      form.current = element
      if (element) fillInKept(name, element)
    },
    [name],
  )
  const keep = () => {
    if (form.current) keepInput(name, form.current)
  }
  return { ref, keep }
}
