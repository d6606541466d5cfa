import type { Metadata } from 'next'
import { EmptyState } from '@/components/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { routes } from '@/lib/routes'

export const metadata: Metadata = { title: 'Not allowed' }

export default function Forbidden() {
  return (
    <main className="mx-auto max-w-xl px-4 py-24">
      <EmptyState
        title="Your role does not allow this page"
        text="Ask an administrator if you need it for your work."
        action={<LinkButton href={routes.overview()}>Go to the overview</LinkButton>}
      />
    </main>
  )
}
