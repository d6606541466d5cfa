'use server'

import { action } from '@/lib/action'
import { restoreRecords } from '@/lib/records/restore'
import { restoreInput, softDeleteInput } from '@/lib/records/schema'
import { softDeleteRecords } from '@/lib/records/soft-delete'

export const softDeleteRecordsAction = action(softDeleteInput, softDeleteRecords)

export const restoreRecordsAction = action(restoreInput, restoreRecords)
