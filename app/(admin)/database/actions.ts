'use server'

import { action } from '@/lib/action'
import { startIndex } from '@/lib/indexes/add-index'
import { dropIndex } from '@/lib/indexes/drop-index'
import { indexInput } from '@/lib/indexes/schema'

export const startIndexAction = action(indexInput, startIndex)

export const dropIndexAction = action(indexInput, dropIndex)
