'use server'

import { action } from '@/lib/action'
import { cancelExport, keepExport } from '@/lib/exports/keep-export'
import { cancelExportInput, keepExportInput } from '@/lib/exports/keep-schema'

export const keepExportAction = action(keepExportInput, keepExport)

export const cancelExportAction = action(cancelExportInput, cancelExport)
