import { RangeSetBuilder, StateEffect, StateField } from '@codemirror/state'
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view'

export interface Matches {
  /** Offsets of where a match begins, ascending. */
  starts: readonly number[]
  /** Characters of each match. */
  length: number
  /** Which of them is shown, -1 for none. */
  active: number
}

const NONE: Matches = { starts: [], length: 0, active: -1 }

export const setMatches = StateEffect.define<Matches>()

const matchesField = StateField.define<Matches>({
  create: () => NONE,
  update: (matches, transaction) =>
    transaction.effects.reduce((now, effect) => (effect.is(setMatches) ? effect.value : now), matches),
})

const MARK = Decoration.mark({ class: 'cm-match' })
const ACTIVE = Decoration.mark({ class: 'cm-match cm-match-active' })

/** Marks the matches, but only those in view: a letter may occur a million times. */
export const matchMarks = [
  matchesField,
  ViewPlugin.fromClass(
    class {
      marks: DecorationSet
      constructor(view: EditorView) {
        this.marks = marksIn(view)
      }
      update(update: ViewUpdate) {
        const hasNew = update.transactions.some(({ effects }) => effects.some((effect) => effect.is(setMatches)))
        if (update.viewportChanged || hasNew) this.marks = marksIn(update.view)
      }
    },
    { decorations: ({ marks }) => marks },
  ),
]

function marksIn(view: EditorView): DecorationSet {
  const { starts, length, active } = view.state.field(matchesField)
  const builder = new RangeSetBuilder<Decoration>()
  for (const { from, to } of view.visibleRanges) {
    for (let place = firstFrom(starts, from - length); place < starts.length; place += 1) {
      const start = starts[place]
      if (start === undefined || start >= to) break
      builder.add(start, start + length, place === active ? ACTIVE : MARK)
    }
  }
  return builder.finish()
}

/** The place of the first offset that is at least `offset`, by halving. */
export function firstFrom(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}
