'use server'

import { action } from '@/lib/action'
import { assignCauses } from '@/lib/issues/assign'
import { linkTicket } from '@/lib/issues/link-ticket'
import { muteCauses, putBackMuting, unmuteCauses } from '@/lib/issues/mute'
import {
  assignCausesInput,
  causesInput,
  linkTicketInput,
  muteCausesInput,
  putBackMutingInput,
} from '@/lib/issues/schema'

export const muteCausesAction = action(muteCausesInput, muteCauses)
export const unmuteCausesAction = action(causesInput, unmuteCauses)
export const putBackMutingAction = action(putBackMutingInput, putBackMuting)
export const assignCausesAction = action(assignCausesInput, assignCauses)
export const linkTicketAction = action(linkTicketInput, linkTicket)
