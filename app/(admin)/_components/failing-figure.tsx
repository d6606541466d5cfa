import { Bar } from '@/components/charts/bar'
import { CountText } from '@/components/count-text'
import type { Actor } from '@/lib/auth/actor'
import { countConnections } from '@/lib/connections/queries'
import type { Viewer } from '@/lib/time/viewer'
import { Figure } from './figure-tile'

/** The filter of connections with an issue. */
export const FAILING = 'issues:*'

/** How many connections have issues, of all. */
export async function FailingFigure({ actor, viewer }: { actor: Actor; viewer: Viewer }) {
  const [failing, all] = await Promise.all([
    countConnections(actor, FAILING, viewer),
    countConnections(actor, '', viewer),
  ])
  return (
    <Figure
      number={<CountText count={failing} />}
      note={
        <>
          of <CountText count={all} one="connection" many="connections" />
        </>
      }
      chart={failing && all && <Bar value={failing.value} most={all.value} fill="danger" className="h-2" />}
    />
  )
}
