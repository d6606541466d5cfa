import { type RefObject, useEffect, useEffectEvent } from 'react'

type FieldElement = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/**
 * Tells a controlled field, by its own `onChange`, what was typed or chosen in it before its scripts came. React leaves that in the
 * element and its state knows nothing of it (facebook/react#12955): a form would be sent without what stands in it.
 */
export function useEarlyInput<F extends FieldElement>(
  field: RefObject<F | null>,
  given: unknown,
  onChange: ((event: { target: F }) => void) | undefined,
): void {
  const tell = useEffectEvent(() => {
    const target = field.current
    if (target && onChange && isEarly(target, given)) onChange({ target })
  })
  useEffect(() => tell(), [])
}

function isEarly(field: FieldElement, given: unknown): boolean {
  if (field instanceof HTMLInputElement && field.type === 'file') return (field.files?.length ?? 0) > 0
  if (given === undefined) return false
  // What the browser makes of the value that was given: it may write line ends and numbers its own way.
  const untouched = field.cloneNode(true) as FieldElement
  untouched.value = String(given)
  // A choice that is not among the options shows another, which nobody chose.
  if (untouched instanceof HTMLSelectElement && untouched.selectedIndex < 0) return false
  return untouched.value !== field.value
}
