import { StateEffect, StateField } from '@codemirror/state'
import { Decoration, EditorView } from '@codemirror/view'

/** Marks the character at this offset, or the last one before the end; null marks nothing. */
export const setProblem = StateEffect.define<number | null>()

const MARK = Decoration.mark({ class: 'cm-problem' })

/** The place that is wrong; it moves with the text until it is set anew. */
export const problemMark = StateField.define({
  create: () => Decoration.none,
  update(marks, transaction) {
    let next = marks.map(transaction.changes)
    for (const effect of transaction.effects) {
      if (!effect.is(setProblem)) continue
      const { length } = transaction.state.doc
      const from = effect.value === null ? 0 : Math.max(0, Math.min(effect.value, length - 1))
      next = effect.value === null || length === 0 ? Decoration.none : Decoration.set([MARK.range(from, from + 1)])
    }
    return next
  },
  provide: (field) => EditorView.decorations.from(field),
})
