'use server'

import { action } from '@/lib/action'
import { addRule } from '@/lib/masking/add-rule'
import { changeRule } from '@/lib/masking/change-rule'
import { removeRule } from '@/lib/masking/remove-rule'
import { revealValue } from '@/lib/masking/reveal'
import { revealInput } from '@/lib/masking/reveal-schema'
import { addRuleInput, changeRuleInput, removeRuleInput } from '@/lib/masking/schema'

export const addRuleAction = action(addRuleInput, addRule)

export const changeRuleAction = action(changeRuleInput, changeRule)

export const removeRuleAction = action(removeRuleInput, removeRule)

export const revealValueAction = action(revealInput, revealValue)
