'use server'

import { action } from '@/lib/action'
import { assignCause } from '@/lib/issues/assign'
import { clearCause } from '@/lib/issues/clear-cause'
import { linkTicket } from '@/lib/issues/link-ticket'
import { muteCause, unmuteCause } from '@/lib/issues/mute'
import { assignCauseInput, causeInput, clearCauseInput, linkTicketInput, muteCauseInput } from '@/lib/issues/schema'

export const muteCauseAction = action(muteCauseInput, muteCause)
export const unmuteCauseAction = action(causeInput, unmuteCause)
export const assignCauseAction = action(assignCauseInput, assignCause)
export const linkTicketAction = action(linkTicketInput, linkTicket)
export const clearCauseAction = action(clearCauseInput, clearCause)
