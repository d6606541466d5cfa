import type { ReactNode } from 'react'
import { Held } from './held'
import type { LateProps } from './late'
import { PartBoundary } from './part-boundary'

/** Milliseconds that a page is held for a part which is about to come: less than the time in which a skeleton could be seen for what it is. */
const SOON = 80

interface SoonProps extends Omit<LateProps, 'children'> {
  /** A server component, called. */
  part: Promise<ReactNode>
}

/**
 * A part that is most often ready as soon as the page is: the page is held for it, and sent with it in one piece (docs/decisions/054). When it
 * takes longer, or fails, it is as if it were `Late`.
 */
export async function Soon({ part, fallback, ...boundary }: SoonProps) {
  const here = await arrivedWithin(SOON, part)
  return (
    <PartBoundary {...boundary}>
      <Held isHere={here !== null} fallback={here ? null : fallback}>
        {here ? here.part : <Awaited part={part} />}
      </Held>
    </PartBoundary>
  )
}

async function Awaited({ part }: Pick<SoonProps, 'part'>) {
  return part
}

/** The part when it has come by then; null when it takes longer, or has failed, which is told in its place. */
function arrivedWithin(milliseconds: number, part: Promise<ReactNode>): Promise<{ part: ReactNode } | null> {
  return new Promise((resolve) => {
    const settle = (arrived: { part: ReactNode } | null) => {
      clearTimeout(clock)
      resolve(arrived)
    }
    const clock = setTimeout(settle, milliseconds, null)
    part.then(
      (arrived) => settle({ part: arrived }),
      () => settle(null),
    )
  })
}
