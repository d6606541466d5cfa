'use client'

import { PropertyControl } from '@/components/property-editor/property-control'
import { valueAt } from '@/lib/json/merge'
import { holdsMask } from '@/lib/mask/masked-values'
import type { FormProperty } from '@/lib/records/edit-dto'
import type { Draft } from './use-draft'

/** The data by the properties of its entity, one control for each. Keys without a property are changed as JSON. */
export function PropertyForm({ draft, properties }: { draft: Draft; properties: readonly FormProperty[] }) {
  return (
    <div className="grid items-start gap-4 p-4 sm:grid-cols-2">
      {properties.map(({ name, displayName, description, type, modifiable }) => {
        const path = ['data', name]
        const value = valueAt(draft.json, path)
        return (
          <PropertyControl
            key={name}
            label={displayName || name}
            description={description}
            type={type}
            value={value}
            fixed={holdsMask(valueAt(draft.base, path)) ? 'masked' : modifiable ? undefined : 'read-only'}
            onChange={(next) => draft.setValue(path, next)}
            onInvalid={(invalid) => draft.setInvalid(name, invalid)}
          />
        )
      })}
    </div>
  )
}
