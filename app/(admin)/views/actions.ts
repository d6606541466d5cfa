'use server'

import { action } from '@/lib/action'
import { changeView } from '@/lib/views/change'
import { clearDefaultView } from '@/lib/views/clear-default'
import { deleteView } from '@/lib/views/delete'
import { duplicateView } from '@/lib/views/duplicate'
import { putBackView } from '@/lib/views/put-back'
import { renameView } from '@/lib/views/rename'
import { saveView } from '@/lib/views/save'
import {
  changeViewInput,
  defaultViewInput,
  putBackViewInput,
  renameViewInput,
  saveViewInput,
  viewInput,
} from '@/lib/views/schema'
import { setDefaultView } from '@/lib/views/set-default'
import { shareView } from '@/lib/views/share'
import { unshareView } from '@/lib/views/unshare'

export const saveViewAction = action(saveViewInput, saveView)

export const changeViewAction = action(changeViewInput, changeView)

export const renameViewAction = action(renameViewInput, renameView)

export const duplicateViewAction = action(viewInput, duplicateView)

export const shareViewAction = action(viewInput, shareView)

export const unshareViewAction = action(viewInput, unshareView)

export const setDefaultViewAction = action(defaultViewInput, setDefaultView)

export const clearDefaultViewAction = action(defaultViewInput, clearDefaultView)

export const deleteViewAction = action(viewInput, deleteView)

export const putBackViewAction = action(putBackViewInput, putBackView)
