'use client'

import { DisplayMenu } from '@/components/display-menu'
import { FacetPanel } from '@/components/facet-panel'
import { Facets } from '@/components/facets'
import { FilterBar } from '@/components/filter-bar/filter-bar'
import { SuggestionList } from '@/components/filter-bar/suggestion-list'
import { TermBuilder } from '@/components/filter-bar/term-builder'
import { TermText } from '@/components/filter-bar/term-text'
import type { FieldDefinition } from '@/lib/query/fields'
import { routes } from '@/lib/routes'
import { bySize } from '@/lib/table/table-params'
import { Plate } from './plate'

const FIELDS: readonly FieldDefinition[] = [
  { name: 'status', label: 'Status', kind: 'enum', values: ['ACTIVE', 'ARCHIVED'] },
  { name: 'createdAt', label: 'Created', kind: 'date' },
  { name: 'data', label: 'Data', kind: 'json' },
]
const SHARED = { path: routes.design(), parameters: {}, fields: FIELDS, examples: ['status:ACTIVE'], viewer: 'design' }
const VALUES = ['MESSAGE', 'CONTACT', 'A_VERY_LONG_ENTITY_TYPE_THAT_DOES_NOT_FIT', 'ISSUE', 'DEAL', 'PAGE', 'TICKET']

export function Filters() {
  return (
    <Plate title="Filters and facets">
      <FilterBar {...SHARED} value="" problems={[]} />
      <FilterBar {...SHARED} value="status:ACTIVE createdAt:>now-7d" problems={[]} />
      <FilterBar {...SHARED} value='(status:ACTIVE OR data.a:1) data."odd key":*@acme.com -ada' problems={[]} />
      <FilterBar
        {...SHARED}
        value="statsu:ACTIVE"
        problems={[{ message: 'There is no field “statsu”.', from: 0, to: 6, suggestion: 'status' }]}
      />
      <div className="grid items-start gap-4 md:grid-cols-3">
        <TermBuilder
          draft={{ field: 'data.amount', operator: 'between', values: ['10', ''] }}
          fields={FIELDS}
          ask={undefined}
          filter=""
          onApply={() => undefined}
        />
        <TermBuilder
          draft={{ field: 'status', operator: 'oneOf', values: ['ACTIVE'] }}
          fields={FIELDS}
          ask={undefined}
          filter=""
          onApply={() => undefined}
        />
        <TermText written="(status:ACTIVE OR data.a:1)" fields={FIELDS} onApply={() => undefined} />
      </div>
      <div className="min-w-0 rounded-md border border-line bg-raised">
        <SuggestionList
          id="suggestions"
          label="Suggestions"
          active={1}
          onTake={() => undefined}
          suggestions={[
            { insert: 'status:ACTIVE createdAt:>now-7d', group: 'Recent filters' },
            { insert: 'status:', detail: 'Status', group: 'Fields' },
            { insert: 'data.', detail: 'Data', group: 'Fields' },
            { insert: 'a.very.long.name.that.goes.on.and.on'.repeat(6), detail: 'Cut', group: 'Fields' },
          ]}
        />
      </div>
      <div className="w-52">
        <FacetPanel>
          <Facets
            facets={[
              {
                title: 'Entity type',
                values: VALUES.map((label, place) => ({
                  label,
                  count: 4_126 - place * 500,
                  href: routes.design(),
                  selected: place === 1,
                })),
              },
            ]}
          />
        </FacetPanel>
      </div>
      <div>
        <DisplayMenu size={50} hrefs={bySize(() => routes.design())} />
      </div>
    </Plate>
  )
}
