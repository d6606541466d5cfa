import { Badge } from '@/components/ui/badge'
import type { RecordRow } from '@/lib/records/dto'

export function StatusBadge({ status }: { status: RecordRow['status'] }) {
  return status === 'ACTIVE' ? (
    <Badge calm tone="success" icon="circle-check">
      Active
    </Badge>
  ) : (
    <Badge calm icon="archive">
      Archived
    </Badge>
  )
}

export function EnrichmentBadge({ status }: { status: RecordRow['enrichmentStatus'] }) {
  switch (status) {
    case 'APPLIED':
      return (
        <Badge calm tone="success">
          Applied
        </Badge>
      )
    case 'PENDING':
      return (
        <Badge calm tone="info" icon="clock">
          Pending
        </Badge>
      )
    case 'FAILED':
      return <Badge tone="danger">Failed</Badge>
    case 'UNAPPLIED':
      return (
        <Badge calm icon="circle-dashed">
          Unapplied
        </Badge>
      )
  }
}

/** Whether the product shows the record. */
export function DeletionBadge({ deletedAt }: { deletedAt: string | null }) {
  return deletedAt === null ? (
    <Badge calm tone="success">
      Live
    </Badge>
  ) : (
    <Badge tone="danger" icon="trash">
      Deleted
    </Badge>
  )
}
