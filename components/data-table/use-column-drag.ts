import { type DragEvent, useState } from 'react'

/** Lets headings be dragged before one another. `onMove` is not called where a column is dropped on itself. */
export function useColumnDrag(onMove: ((id: string, before: string) => void) | undefined) {
  const [dragged, setDragged] = useState<string | null>(null)
  const [over, setOver] = useState<string | null>(null)
  const end = () => {
    setDragged(null)
    setOver(null)
  }
  const source = (id: string) =>
    onMove && {
      draggable: true,
      onDragStart: (event: DragEvent) => {
        event.dataTransfer.effectAllowed = 'move'
        event.dataTransfer.setData('text/plain', id)
        setDragged(id)
      },
      onDragEnd: end,
    }
  const target = (id: string) =>
    onMove && {
      onDragOver: (event: DragEvent) => {
        // Only a column of this table may be dropped here, not a file or a word from elsewhere.
        if (dragged === null) return
        event.preventDefault()
        setOver(id)
      },
      onDrop: (event: DragEvent) => {
        event.preventDefault()
        if (dragged !== null && dragged !== id) onMove(dragged, id)
        end()
      },
    }
  return { source, target, isTarget: (id: string) => dragged !== null && over === id && dragged !== id }
}

/** What drags a column, and what another can be dropped on: its edges are dragged for other reasons. */
export type ColumnDrag = ReturnType<typeof useColumnDrag>
