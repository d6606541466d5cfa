import type { PropertyType } from '../property/property-type'
import type { DataColumn } from './columns'

/** What the entities in view declare of one value in their records' data, all connections taken together. */
export interface PropertyColumn {
  name: DataColumn
  label: string
  type: PropertyType
  /** Visible, and no part of a composite, which shows its parts itself. */
  byDefault: boolean
  /** Keys of a composite's parts, in their order. */
  parts: string[]
}
