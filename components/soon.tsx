import type { ReactNode } from 'react'
import { Late, type LateProps } from './late'
import { PartBoundary } from './part-boundary'

/** Milliseconds that a page is held for a part which is about to come: less than the time in which a skeleton could be seen for what it is. */
const SOON = 80

interface SoonProps extends Omit<LateProps, 'children'> {
  /** A server component, called. */
  part: Promise<ReactNode>
}

/**
 * A part that is most often ready as soon as the page is: then it is written with the page, without a skeleton that gives way to it. When it
 * takes longer, or fails, it is `Late` like any other.
 */
export async function Soon({ part, ...late }: SoonProps) {
  if (await isThereWithin(SOON, part)) return <PartBoundary what={late.what}>{await part}</PartBoundary>
  return (
    <Late {...late}>
      <Awaited part={part} />
    </Late>
  )
}

async function Awaited({ part }: Pick<SoonProps, 'part'>) {
  return part
}

/** Whether it came in time, and did not fail: that is told in its place. */
function isThereWithin(milliseconds: number, part: Promise<unknown>): Promise<boolean> {
  return new Promise((resolve) => {
    const clock = setTimeout(() => resolve(false), milliseconds)
    const settle = (isThere: boolean) => () => {
      clearTimeout(clock)
      resolve(isThere)
    }
    part.then(settle(true), settle(false))
  })
}
