'use client'

import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Link } from '@/components/ui/link'
import { routes } from '@/lib/routes'

interface TwinWarningProps {
  ids: readonly string[]
  pending: boolean
  onClose: () => void
  onCreate: () => void
}

/** The live records with the same entity and external id, before another one is put beside them. */
export function TwinWarning({ ids, pending, onClose, onCreate }: TwinWarningProps) {
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="A live twin exists"
      description="A live record of this entity has the same external id. The product would show both, and a sync may write to either."
    >
      <ul className="grid gap-1">
        {ids.map((id) => (
          <li key={id}>
            <Link
              href={routes.record(id)}
              prefetch={false}
              target="_blank"
              className="font-mono text-sm break-all text-accent-text hover:underline"
            >
              {id}
            </Link>
          </li>
        ))}
      </ul>
      <div className="mt-5 flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>Keep editing</Button>
        <Button tone="caution" busy={pending} onClick={onCreate}>
          Create beside its twin
        </Button>
      </div>
    </Dialog>
  )
}
