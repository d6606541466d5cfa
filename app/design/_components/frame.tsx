'use client'

import { Plus } from 'lucide-react'
import { PageHeader } from '@/components/page-header'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { DescriptionList } from '@/components/ui/description-list'
import { NavLink, TabLink } from '@/components/ui/nav-link'
import { Pagination } from '@/components/ui/pagination'
import { Section } from '@/components/ui/section'
import { routes } from '@/lib/routes'
import { Plate, Specimens } from './plate'

export function Frame() {
  return (
    <Plate title="The frame of a page">
      <Specimens of="Places">
        <span className="w-48">
          <NavLink href={routes.design()} label="Here" icon="rows-3" keys="g h" />
          <NavLink href={routes.connections()} label="Elsewhere" icon="cable" keys="g e" />
        </span>
        <span className="flex h-14 w-64 border border-line bg-surface">
          <TabLink href={routes.design()} label="Here" icon="rows-3" />
          <TabLink href={routes.connections()} label="Elsewhere" icon="cable" />
        </span>
      </Specimens>
      <PageHeader
        title="HUBSPOT of acme-corp"
        crumbs={[{ label: 'Connections', href: routes.connections() }]}
        note={<Badge tone="danger">Has issues</Badge>}
        actions={
          <Button tone="primary">
            <Plus aria-hidden />
            The main action
          </Button>
        }
      />
      <Section title="A part" note="3" actions={<Button compact>Do it to all</Button>}>
        <DescriptionList
          items={[
            { term: 'Id', value: 'cmwsk6n3xz83e6pz' },
            { term: 'Subscription', value: null },
            { term: 'A long one', value: 'x'.repeat(160) },
            { term: 'From right to left', value: 'شركة النور للتجارة' },
          ]}
        />
      </Section>
      <Pagination previous={null} next={routes.design()} />
    </Plate>
  )
}
