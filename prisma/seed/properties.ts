import type { NewId } from './cuid'
import type { PropertySpec } from './integration'
import type { EntityRow, PropertyRow } from './rows'

/** The rows of an entity's columns, a COMPOSITE before its parts, which refer to it. */
export function propertiesOf(
  newId: NewId,
  entity: EntityRow,
  specs: readonly PropertySpec[],
  parentId: string | null = null,
): PropertyRow[] {
  return specs.flatMap((spec, order) => {
    const id = newId(entity.createdAt)
    const row: PropertyRow = {
      id,
      name: spec.name,
      displayName: spec.displayName,
      visible: spec.visible ?? true,
      config: spec.config ? JSON.stringify(spec.config) : null,
      description: spec.description ?? null,
      type: spec.type,
      order,
      modifiable: spec.modifiable ?? true,
      parentId,
      entityId: entity.id,
    }
    return [row, ...propertiesOf(newId, entity, spec.children ?? [], id)]
  })
}
