'use client'

import { ListLine } from '@/components/list-line'
import { SubjectLine } from '@/components/subject-line'
import { Plate } from './plate'

const none = () => undefined

export function Live() {
  const line = { one: 'new record', many: 'new records', busy: false, onShow: none }
  return (
    <Plate title="What is new">
      {[
        { ...line, fresh: 0, changed: 0 },
        { ...line, fresh: 12, changed: 0 },
        { ...line, fresh: 1, changed: 3 },
        { ...line, fresh: 20_000, more: true, changed: 1, busy: true },
      ].map((props) => (
        <div key={props.fresh} className="rounded-lg border border-line bg-surface">
          <ListLine {...props} />
        </div>
      ))}
      {/* Stands at the lower edge of a window; a transformed box is its window here. */}
      <div className="relative h-20 translate-x-0 overflow-hidden rounded-lg border border-line">
        <SubjectLine busy={false} onShow={none}>
          Changed by a sync at 23 Nov 2026, 09:41 UTC
        </SubjectLine>
      </div>
    </Plate>
  )
}
