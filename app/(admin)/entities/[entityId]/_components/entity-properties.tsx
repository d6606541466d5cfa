import { Badge } from '@/components/ui/badge'
import { propertyTree } from '@/lib/connections/property-tree'
import type { EntityProperty } from '@/lib/entities/dto'
import { loadProperties } from './load'

const HEADINGS = ['Name', 'Key in data', 'Type', 'Order', 'Shown', 'Description', 'Configuration']

/** The typed columns of the entity in their order, the parts of a composite below it, with how each is set up. */
export async function EntityProperties({ entityId }: { entityId: string }) {
  const properties = await loadProperties(entityId)
  if (!properties) return <p className="p-4 text-sm text-ink-muted">Finding the properties took too long.</p>
  if (properties.length === 0)
    return (
      <p className="p-4 text-sm text-ink-muted">
        Mastra declares no properties for it: its records are shown as JSON, each value by its own type.
      </p>
    )
  return (
    <section
      aria-label="Properties of the entity"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className="overflow-x-auto"
    >
      <table className="w-full text-sm">
        <thead className="text-left text-ink-muted">
          <tr className="border-b border-line">
            {HEADINGS.map((heading) => (
              <th key={heading} scope="col" className="px-4 py-2 font-medium whitespace-nowrap">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {propertyTree(properties).map(({ property, depth }) => (
            <tr key={property.id} className="border-b border-line align-baseline last:border-b-0">
              <td className="px-4 py-2" style={{ paddingLeft: `${depth + 1}rem` }}>
                <bdi>{property.displayName}</bdi>
              </td>
              <td className="px-4 py-2 font-mono text-xs break-all">
                <bdi>{property.name}</bdi>
              </td>
              <td className="px-4 py-2 whitespace-nowrap">{property.type}</td>
              <td className="px-4 py-2">{property.order}</td>
              <td className="px-4 py-2">
                {property.visible ? 'Yes' : <Badge>Hidden</Badge>}
                {!property.modifiable && <span className="text-ink-muted"> read-only</span>}
              </td>
              <td className="min-w-40 px-4 py-2 break-words">
                <bdi>{property.description}</bdi>
              </td>
              <td className="px-4 py-2">
                <Configuration config={property.config} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Masked, as the database writes it. */
function Configuration({ config }: Pick<EntityProperty, 'config'>) {
  if (!config) return <span className="text-ink-muted">None</span>
  if (config.text === null) return <span className="text-ink-muted">Too large to be shown here</span>
  return (
    <details>
      <summary className="w-fit rounded-sm text-xs whitespace-nowrap text-accent-text hover:underline">Show</summary>
      <code dir="auto" className="mt-1 block min-w-40 font-mono text-xs break-all whitespace-pre-wrap">
        {config.text}
      </code>
    </details>
  )
}
