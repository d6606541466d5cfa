'use client'

import { Download } from 'lucide-react'
import type { Route } from 'next'
import type { ReactNode } from 'react'
import { NumberText } from './number-text'
import { Button } from './ui/button'
import { Menu, MenuDownload, MenuItem, MenuLabel, MenuLink, MenuSeparator } from './ui/menu'

interface ExportMenuProps {
  /** The address of the file in each format. */
  hrefs: Readonly<Record<'csv' | 'ndjson' | 'json', Route>>
  /** A file to look into first: so many rows, those that were made last, as CSV. */
  newest: { href: Route; rows: number }
  /** What the file will hold: how many of what, as far as that is known. */
  count: ReactNode
  /** Where the files that were taken out before are listed. */
  former: Route
  /** Has the file made in the background, to be fetched later. */
  onKeep: (format: 'csv' | 'ndjson' | 'json') => void
}

const FORMATS = [
  { format: 'csv', label: 'CSV, for spreadsheets', short: 'CSV' },
  { format: 'ndjson', label: 'NDJSON, one row per line', short: 'NDJSON' },
  { format: 'json', label: 'JSON', short: 'JSON' },
] as const

/** Takes every row of a list out as a file. */
export function ExportMenu({ hrefs, newest, count, former, onKeep }: ExportMenuProps) {
  return (
    <Menu
      trigger={
        <Button>
          <Download aria-hidden />
          {/* The lower edge of a phone has room for the words of what is wanted most. */}
          <span className="max-md:sr-only">Export</span>
        </Button>
      }
    >
      <MenuLabel>{count}, secrets masked</MenuLabel>
      {FORMATS.map(({ format, label }) => (
        <MenuDownload key={format} href={hrefs[format]}>
          {label}
        </MenuDownload>
      ))}
      <MenuDownload href={newest.href}>
        <span>
          Only the newest <NumberText value={newest.rows} /> (CSV)
        </span>
      </MenuDownload>
      <MenuSeparator />
      <MenuLabel>Made in the background, to download later</MenuLabel>
      {FORMATS.map(({ format, short }) => (
        <MenuItem key={format} onSelect={() => onKeep(format)}>
          As {short}
        </MenuItem>
      ))}
      <MenuSeparator />
      <MenuLink href={former}>Past exports</MenuLink>
    </Menu>
  )
}
