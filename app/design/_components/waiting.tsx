import { TableSkeleton } from '@/components/data-table/table-skeleton'
import { Late } from '@/components/late'
import { RefreshWhile } from '@/components/refresh-while'
import { Soon } from '@/components/soon'
import { Progress } from '@/components/ui/progress'
import { Skeleton, SkeletonFacets, SkeletonRows } from '@/components/ui/skeleton'
import { Plate, Specimens } from './plate'

export function Waiting() {
  return (
    <Plate title="On their way">
      <Specimens of="A number">
        <Skeleton className="h-4 w-32" />
      </Specimens>
      <Specimens of="How far it is">
        <div className="grid w-full gap-3">
          <Progress label="Not begun" value={0} max={100} />
          <Progress label="Under way" value={40} max={100} />
          <Progress label="Done" value={100} max={100} />
        </div>
      </Specimens>
      <RefreshWhile active={false} />
      <SkeletonRows rows={3} />
      <SkeletonFacets groups={[2, 3]} />
      <TableSkeleton rows={4} label="Loading rows" />
      <Late what="The part that came" fallback={<Skeleton className="h-4 w-32" />}>
        <p>A part that came late.</p>
      </Late>
      <Soon
        what="The part that was there"
        fallback={<Skeleton className="h-4 w-32" />}
        part={Promise.resolve(<p>A part that came with the page.</p>)}
      />
    </Plate>
  )
}
