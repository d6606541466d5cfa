'use server'

import { action } from '@/lib/action'
import { startIndex } from '@/lib/indexes/add-index'
import { dropIndex } from '@/lib/indexes/drop-index'
import { indexInput } from '@/lib/indexes/schema'
import { addTrigger } from '@/lib/triggers/add-trigger'
import { dropTrigger } from '@/lib/triggers/drop-trigger'
import { triggerInput } from '@/lib/triggers/schema'

export const startIndexAction = action(indexInput, startIndex)

export const dropIndexAction = action(indexInput, dropIndex)

export const addTriggerAction = action(triggerInput, addTrigger)

export const dropTriggerAction = action(triggerInput, dropTrigger)
