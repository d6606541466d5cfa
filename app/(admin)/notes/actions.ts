'use server'

import { action } from '@/lib/action'
import { addNote } from '@/lib/notes/add'
import { putBackNote, removeNote } from '@/lib/notes/remove'
import { addNoteInput, noteInput } from '@/lib/notes/schema'

export const addNoteAction = action(addNoteInput, addNote)
export const removeNoteAction = action(noteInput, removeNote)
export const putBackNoteAction = action(noteInput, putBackNote)
