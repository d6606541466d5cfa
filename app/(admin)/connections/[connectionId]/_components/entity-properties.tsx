import { CountText } from '@/components/count-text'
import { Badge } from '@/components/ui/badge'
import type { PropertyDto } from '@/lib/connections/dto'
import { propertyTree } from '@/lib/connections/property-tree'

/** The typed columns of an entity, closed until asked for; the parts of a composite stand below it. */
export function EntityProperties({ properties }: { properties: readonly PropertyDto[] }) {
  if (properties.length === 0) return <p className="mt-1 text-xs text-ink-muted">No properties</p>
  return (
    <details className="mt-1">
      <summary className="w-fit rounded-sm py-1 text-xs text-accent-text hover:underline">
        <CountText count={{ kind: 'exact', value: properties.length }} one="property" many="properties" />
      </summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section aria-label="Properties" tabIndex={0} className="mt-2 overflow-x-auto">
        <table className="w-full text-xs">
          <thead className="text-left text-ink-muted">
            <tr>
              {['Name', 'Key in data', 'Type', 'Shown', 'Description'].map((heading) => (
                <th key={heading} scope="col" className="py-1 pr-4 font-medium">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {propertyTree(properties).map(({ property, depth }) => (
              <tr key={property.id} className="border-t border-line">
                <td className="py-1 pr-4" style={{ paddingLeft: `${depth}rem` }}>
                  <bdi>{property.displayName}</bdi>
                </td>
                <td className="py-1 pr-4 font-mono break-all">
                  <bdi>{property.name}</bdi>
                </td>
                <td className="py-1 pr-4 whitespace-nowrap">{property.type}</td>
                <td className="py-1 pr-4">
                  {property.visible ? 'Yes' : <Badge>Hidden</Badge>}
                  {!property.modifiable && <span className="text-ink-muted"> read-only</span>}
                </td>
                <td className="py-1 pr-4 break-words">
                  <bdi>{property.description}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  )
}
