import { EmptyState } from '@/components/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { routes } from '@/lib/routes'

export default function NoSuchOffer() {
  return (
    <EmptyState
      level={1}
      title="This set-up link leads nowhere any more"
      text="It was used, is older than 24 hours, or was not copied whole. While no one can sign in, each start of the server prints a new one in its log."
      action={<LinkButton href={routes.login()}>Go to sign in</LinkButton>}
    />
  )
}
