import type { ReactNode } from 'react'
import { Late, type LateProps } from './late'

/** Milliseconds that a page is held for a part which is about to come: less than the time in which a skeleton could be seen for what it is. */
const SOON = 80

interface SoonProps extends Omit<LateProps, 'children'> {
  /** A server component, called. */
  part: Promise<ReactNode>
}

/**
 * A part that is most often ready as soon as the page is: the page is held for it, and sent with it in one piece. When it takes longer, or
 * fails, it is `Late` like any other. It always stands in the same boundary: another would have the browser begin it anew with each refresh
 * that takes longer than the one before, without its selection and its focus.
 */
export async function Soon({ part, ...late }: SoonProps) {
  await settledWithin(SOON, part)
  return (
    <Late {...late}>
      <Awaited part={part} />
    </Late>
  )
}

async function Awaited({ part }: Pick<SoonProps, 'part'>) {
  return part
}

/** Resolves when the part has come or failed, which is told in its place, and after that time at the latest. */
function settledWithin(milliseconds: number, part: Promise<unknown>): Promise<void> {
  return new Promise((resolve) => {
    const clock = setTimeout(resolve, milliseconds)
    const settle = () => {
      clearTimeout(clock)
      resolve()
    }
    part.then(settle, settle)
  })
}
