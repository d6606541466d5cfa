'use client'

import { onDemand } from '../ui/on-demand'
import type { TermBuilderProps } from './term-builder'
import type { TermTextProps } from './term-text'

/** The forms in which a condition is built: fetched when one is about to be opened. */
export const termForms = onDemand(async () => {
  const [{ TermBuilder }, { TermText }, { addTerm }] = await Promise.all([
    import('./term-builder'),
    import('./term-text'),
    import('@/lib/query/edit'),
  ])
  return { TermBuilder, TermText, addTerm }
})

/** A condition as a form of fields; in a popover that waits for `termForms`. */
export function TermBuilder(props: TermBuilderProps) {
  const forms = termForms.now()
  return <forms.TermBuilder {...props} />
}

/** A condition as text; in a popover that waits for `termForms`. */
export function TermText(props: TermTextProps) {
  const forms = termForms.now()
  return <forms.TermText {...props} />
}
