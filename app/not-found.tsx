import type { Metadata } from 'next'
import { EmptyState } from '@/components/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { routes } from '@/lib/routes'

export const metadata: Metadata = { title: 'Not found' }

export default function NotFound() {
  return (
    <main className="mx-auto max-w-xl px-4 py-24">
      <EmptyState
        title="There is nothing at this address"
        text="The link may be mistyped, or what it led to is gone."
        action={<LinkButton href={routes.overview()}>Go to the overview</LinkButton>}
      />
    </main>
  )
}
