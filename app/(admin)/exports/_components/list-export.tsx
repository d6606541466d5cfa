'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import type { ReactNode } from 'react'
import { announceFailure } from '@/components/action-button'
import { attempt } from '@/components/attempt'
import { ExportMenu } from '@/components/export-menu'
import { toast } from '@/components/ui/toast'
import type { ExportFormat, ExportTable } from '@/lib/exports/manifest-dto'
import { routes } from '@/lib/routes'
import { keepExportAction } from '../actions'

interface ListExportProps {
  table: ExportTable
  /** The list as its address has it. */
  params: Readonly<Record<string, string | undefined>>
  hrefs: Readonly<Record<ExportFormat, Route>>
  newest: { href: Route; rows: number }
  count: ReactNode
  timeZone: string
}

/** Takes a list out as a file: at once, or made in the background and fetched from *Exports* later. */
export function ListExport({ table, params, hrefs, newest, count, timeZone }: ListExportProps) {
  const router = useRouter()
  const keep = async (format: ExportFormat) => {
    const given = Object.fromEntries(Object.entries(params).flatMap(([key, value]) => (value ? [[key, value]] : [])))
    const result = await attempt((key) => keepExportAction({ table, format, params: given, timeZone }, key))
    if (!result.ok) return announceFailure(result)
    toast.success('The file is being made.', {
      action: { label: 'See exports', onClick: () => router.push(routes.exports()) },
    })
  }
  return (
    <ExportMenu
      hrefs={hrefs}
      newest={newest}
      count={count}
      former={routes.exports()}
      onKeep={(format) => void keep(format)}
    />
  )
}
