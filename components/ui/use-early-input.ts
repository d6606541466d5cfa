import { type RefObject, useEffect, useEffectEvent, useRef } from 'react'
import { useWasOnPage } from '../was-on-page'

type FieldElement = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

interface EarlyInput<F> {
  ref?: RefObject<F | null>
  given: unknown
  onChange?: (event: { target: F }) => void
  actsAtOnce?: boolean
}

/**
 * Tells a field, by its own `onChange`, what was typed, chosen or ticked in it before its scripts came: what it has beside what it was `given`.
 * React leaves that in the element and no state knows of it (facebook/react#12955): a form would be sent without what stands in it. Fields of
 * one form tell it in one go, so each changes the state as it is by then. A field that acts at once is given back its value instead: nothing is
 * done without a press. Returns the ref for the element, which is `ref` where the caller has one.
 */
export function useEarlyInput<F extends FieldElement>({ ref, given, onChange, actsAtOnce = false }: EarlyInput<F>) {
  const own = useRef<F>(null)
  const field = ref ?? own
  const wasOnPage = useWasOnPage()
  const told = useRef(false)
  const tell = useEffectEvent(() => {
    const target = field.current
    if (wasOnPage && target && !told.current && isEarly(target, given)) {
      if (actsAtOnce) target.value = String(given)
      else onChange?.({ target })
    }
    told.current = true
  })
  useEffect(() => tell(), [])
  return field
}

function isEarly(field: FieldElement, given: unknown): boolean {
  if (field instanceof HTMLInputElement && field.type === 'file') return (field.files?.length ?? 0) > 0
  if (given === undefined) return false
  if (field instanceof HTMLInputElement && field.type === 'checkbox') return field.checked !== given
  // What the browser makes of the value that was given: it may write line ends and numbers its own way.
  const untouched = field.cloneNode(true) as FieldElement
  untouched.value = String(given)
  // A value that is not among the options shows another, which nobody may have chosen.
  if (untouched instanceof HTMLSelectElement && untouched.selectedIndex < 0) return false
  return untouched.value !== field.value
}
