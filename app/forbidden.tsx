import type { Metadata } from 'next'
import { DeadEnd } from '@/components/dead-end'
import { routes } from '@/lib/routes'

export const metadata: Metadata = { title: 'Not allowed' }

/** Shown in the frame, which stays: its `main` is around this. */
export default function Forbidden() {
  return (
    <DeadEnd
      title="Your role does not allow this page"
      text="Ask an administrator if you need it for your work."
      href={routes.overview()}
      go="Go to the overview"
    />
  )
}
