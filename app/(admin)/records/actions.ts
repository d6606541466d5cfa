'use server'

import { action } from '@/lib/action'
import { createRecord } from '@/lib/records/create'
import { editRecord } from '@/lib/records/edit'
import { createInput, editInput, revertInput } from '@/lib/records/edit-schema'
import { addIds, beginIdSet, endIdSet } from '@/lib/records/id-sets'
import { addIdsInput, beginIdSetInput, endIdSetInput } from '@/lib/records/id-sets-schema'
import { keepTwin } from '@/lib/records/keep-twin'
import { restoreRecords } from '@/lib/records/restore'
import { revertRecord } from '@/lib/records/revert'
import { keepTwinInput, restoreInput, softDeleteInput } from '@/lib/records/schema'
import { softDeleteRecords } from '@/lib/records/soft-delete'

export const softDeleteRecordsAction = action(softDeleteInput, softDeleteRecords)

export const restoreRecordsAction = action(restoreInput, restoreRecords)

export const editRecordAction = action(editInput, editRecord)

export const revertRecordAction = action(revertInput, revertRecord)

export const createRecordAction = action(createInput, createRecord)

export const keepTwinAction = action(keepTwinInput, keepTwin)

export const beginIdSetAction = action(beginIdSetInput, beginIdSet)

export const addIdsAction = action(addIdsInput, addIds)

export const endIdSetAction = action(endIdSetInput, endIdSet)
