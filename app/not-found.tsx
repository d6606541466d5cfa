import type { Metadata } from 'next'
import { DeadEnd } from '@/components/dead-end'
import { routes } from '@/lib/routes'

export const metadata: Metadata = { title: 'Not found' }

export default function NotFound() {
  return (
    <main>
      <DeadEnd
        title="There is nothing at this address"
        text="The link may be mistyped, or what it led to is gone."
        href={routes.overview()}
        go="Go to the overview"
      />
    </main>
  )
}
