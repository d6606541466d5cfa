'use server'

import { action } from '@/lib/action'
import { addChannel } from '@/lib/notices/add'
import { changeChannel } from '@/lib/notices/change'
import { pauseChannel, resumeChannel } from '@/lib/notices/pause'
import { putBackChannel, removeChannel } from '@/lib/notices/remove'
import { rotateSecret } from '@/lib/notices/rotate'
import { addChannelInput, changeChannelInput, channelInput, messageInput } from '@/lib/notices/schema'
import { sendAgain } from '@/lib/notices/send-again'
import { sendTest } from '@/lib/notices/send-test'

export const addChannelAction = action(addChannelInput, addChannel)

export const changeChannelAction = action(changeChannelInput, changeChannel)

export const pauseChannelAction = action(channelInput, pauseChannel)

export const resumeChannelAction = action(channelInput, resumeChannel)

export const removeChannelAction = action(channelInput, removeChannel)

export const putBackChannelAction = action(channelInput, putBackChannel)

export const rotateSecretAction = action(channelInput, rotateSecret)

export const sendTestAction = action(channelInput, sendTest)

export const sendAgainAction = action(messageInput, sendAgain)
