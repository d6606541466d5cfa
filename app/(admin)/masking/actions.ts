'use server'

import { action } from '@/lib/action'
import { addRule } from '@/lib/masking/add-rule'
import { changeRule } from '@/lib/masking/change-rule'
import { removeRule } from '@/lib/masking/remove-rule'
import { revealValue } from '@/lib/masking/reveal'
import { revealInput } from '@/lib/masking/reveal-schema'
import { addRuleInput, changeRuleInput, removeRuleInput } from '@/lib/masking/schema'

export const addRuleAction = action(addRuleInput, addRule, { proven: true })

export const changeRuleAction = action(changeRuleInput, changeRule, { proven: true })

export const removeRuleAction = action(removeRuleInput, removeRule, { proven: true })

export const revealValueAction = action(revealInput, revealValue, { proven: true })
