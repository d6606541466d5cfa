import { NumberText } from '@/components/number-text'
import { Alert } from '@/components/ui/alert'
import { LinkButton } from '@/components/ui/link-button'
import type { Actor } from '@/lib/auth/actor'
import { countTwins } from '@/lib/records/compare-twins'
import type { TwinKey } from '@/lib/records/twins-dto'
import { routes } from '@/lib/routes'

/** Twins of the record that are told by number. */
const TOLD = 9

/** Says that a live record has live twins, and leads to them; nothing when it has none. */
export async function RecordTwins({ actor, of }: { actor: Actor; of: TwinKey }) {
  const twins = await countTwins(actor, of)
  if (twins === 0) return null
  return (
    <Alert tone="warning" title={twins === 1 ? 'This record has a live twin.' : 'This record has live twins.'}>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <span>
          {twins > TOLD && 'More than '}
          <NumberText value={Math.min(twins, TOLD)} /> other live {twins === 1 ? 'record' : 'records'} of the same
          entity {twins === 1 ? 'has' : 'have'} the same external id.
        </span>
        <LinkButton href={routes.twinGroup({ externalId: of.externalId, entity: of.entityId })} prefetch={false}>
          Compare
        </LinkButton>
      </div>
    </Alert>
  )
}
