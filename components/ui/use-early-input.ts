import { type RefObject, useEffect, useEffectEvent, useRef } from 'react'

type FieldElement = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/**
 * Tells a field, by its own `onChange`, what was typed, chosen or ticked in it before its scripts came: what it has beside what it was `given`.
 * React leaves that in the element and no state knows of it (facebook/react#12955): a form would be sent without what stands in it. Fields of
 * one form tell it in one go, so each changes the state as it is by then.
 */
export function useEarlyInput<F extends FieldElement>(
  field: RefObject<F | null>,
  given: unknown,
  onChange: ((event: { target: F }) => void) | undefined,
): void {
  const told = useRef(false)
  const tell = useEffectEvent(() => {
    const target = field.current
    if (target && onChange && !told.current && isEarly(target, given)) onChange({ target })
    told.current = true
  })
  useEffect(() => tell(), [])
}

function isEarly(field: FieldElement, given: unknown): boolean {
  if (field instanceof HTMLInputElement && field.type === 'file') return (field.files?.length ?? 0) > 0
  if (given === undefined) return false
  if (field instanceof HTMLInputElement && field.type === 'checkbox') return field.checked !== given
  if (field instanceof HTMLSelectElement) {
    // Where the value is not among the options the first is shown, which nobody chose.
    const options = [...field.options]
    return field.value !== (options.find(({ defaultSelected }) => defaultSelected) ?? options[0])?.value
  }
  // What the browser makes of the value that was given: it may write line ends and numbers its own way.
  const untouched = field.cloneNode() as typeof field
  untouched.value = String(given)
  return untouched.value !== field.value
}
