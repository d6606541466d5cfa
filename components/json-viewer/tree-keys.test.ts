import { describe, expect, it } from 'vitest'
import { parseDocument, pathOf } from './document'
import { openToDepth, visibleRows } from './flatten'
import { dotPath } from './path'
import { moveInTree } from './tree-keys'

function tree(text: string, depth: number) {
  const document = parseDocument(text)
  if (!document) throw new Error('not JSON')
  const open = openToDepth(document.root, depth)
  return { open, rows: visibleRows(document.root, open) }
}

/** Where a key leads from the line at `index`, and what it opens (+) or closes (-). */
function press(key: string, { rows, open }: ReturnType<typeof tree>, index: number) {
  const move = moveInTree(key, rows, index, open)
  const names = move?.open?.nodes.map((node) => (move.open?.isOpen ? '+' : '-') + dotPath(pathOf(node)))
  return move && [move.to && dotPath(pathOf(move.to)), ...(names ?? [])].filter(Boolean).join(' ')
}

describe('the keys of a tree', () => {
  // Lines: $ · person · person.name · tags · tags[0] · other
  const opened = tree('{"person":{"name":"Ada"},"tags":["x"],"other":1}', 2)

  it.each([
    ['ArrowDown', 0, 'person'],
    ['ArrowUp', 0, '$'],
    ['ArrowDown', 5, 'other'],
    ['Home', 4, '$'],
    ['End', 0, 'other'],
    ['ArrowRight', 1, 'person.name'],
    ['ArrowRight', 5, ''],
    ['ArrowLeft', 1, '-person'],
    ['ArrowLeft', 2, 'person'],
    ['ArrowLeft', 5, '$'],
    ['Enter', 3, '-tags'],
    [' ', 3, '-tags'],
    ['*', 1, '+person +tags'],
    ['t', 0, 'tags'],
    ['p', 3, 'person'],
    ['z', 0, ''],
    ['Tab', 0, null],
    ['Escape', 0, null],
  ])('%s on line %i', (key, index, expected) => {
    expect(press(key, opened, index)).toBe(expected)
  })

  it('opens what is closed with ArrowRight', () => {
    expect(press('ArrowRight', tree('{"a":{"b":1}}', 1), 1)).toBe('+a')
  })
})
