import 'server-only'
import { formatCount } from '../format-number'
import { routes } from '../routes'
import type { Hit } from './line'

/** What of a connection is needed to show it. */
export interface ConnectionHitRow {
  id: string
  integration: string
  customer: string
  failing: boolean
}

const failing = (is: boolean) => (is ? { state: 'Has issues' } : {})

export function connectionHit({ id, integration, customer, failing: is }: ConnectionHitRow): Hit {
  return {
    kind: 'connection',
    key: id,
    title: `${integration} · ${customer}`,
    detail: id,
    ...failing(is),
    href: routes.connection(id),
  }
}

/** The end users of these connections, in their order. */
export function customerHits(rows: readonly ConnectionHitRow[], locale: string): Hit[] {
  return [...new Set(rows.map(({ customer }) => customer))].map((customer) => {
    const connections = rows.filter((row) => row.customer === customer)
    const names = [...new Set(connections.map(({ integration }) => integration))]
    const count = formatCount(locale, connections.length, { one: 'connection', other: 'connections' })
    return {
      kind: 'customer',
      key: customer,
      title: customer,
      detail: `${count}: ${names.slice(0, 4).join(', ')}${names.length > 4 ? ' …' : ''}`,
      ...failing(connections.some((connection) => connection.failing)),
      href: routes.customer(customer),
    }
  })
}
