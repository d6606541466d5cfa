import { Archive, CircleCheck, CircleDashed, Clock, Trash2 } from 'lucide-react'
import { Badge } from '@/components/ui/badge'
import type { RecordRow } from '@/lib/records/dto'

export function StatusBadge({ status }: { status: RecordRow['status'] }) {
  return status === 'ACTIVE' ? (
    <Badge tone="success" icon={CircleCheck}>
      Active
    </Badge>
  ) : (
    <Badge icon={Archive}>Archived</Badge>
  )
}

export function EnrichmentBadge({ status }: { status: RecordRow['enrichmentStatus'] }) {
  switch (status) {
    case 'APPLIED':
      return <Badge tone="success">Applied</Badge>
    case 'PENDING':
      return (
        <Badge tone="info" icon={Clock}>
          Pending
        </Badge>
      )
    case 'FAILED':
      return <Badge tone="danger">Failed</Badge>
    case 'UNAPPLIED':
      return <Badge icon={CircleDashed}>Unapplied</Badge>
  }
}

/** Whether the product shows the record. */
export function DeletionBadge({ deletedAt }: { deletedAt: string | null }) {
  return deletedAt === null ? (
    <Badge tone="success">Live</Badge>
  ) : (
    <Badge tone="danger" icon={Trash2}>
      Deleted
    </Badge>
  )
}
