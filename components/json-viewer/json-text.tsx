import { splitAtMatches } from './search'
import { visibleText } from './visible-text'

interface JsonTextProps {
  text: string
  /** Marked where they occur. */
  words?: string
  /** Whether it has several lines. */
  lines?: boolean
}

/**
 * Text of a document: never markup, no character of it unseen, and its direction kept to itself. What occurs in it of `words` is
 * marked, unless a character without a shape stands in between.
 */
export function JsonText({ text, words = '', lines = false }: JsonTextProps) {
  'use memo'
  let place = 0
  return (
    // The direction of one text is its own; lines are a program's, which begin at the left.
    <bdi dir={lines ? 'ltr' : 'auto'}>
      {visibleText(text, { lines }).map(({ text: piece, sign }) => {
        place += piece.length
        if (sign) return <Sign key={place} sign={sign} />
        return splitAtMatches(piece, words).map((part, index) => {
          const key = `${place}-${index}`
          return index % 2 === 1 ? (
            <mark key={key} className="rounded-xs bg-highlight text-ink">
              {part}
            </mark>
          ) : (
            part
          )
        })
      })}
    </bdi>
  )
}

function Sign({ sign }: { sign: string }) {
  return (
    <span title="An invisible character" className="mx-px rounded-xs bg-hover px-0.5 text-[0.85em] text-ink-muted">
      {sign}
    </span>
  )
}
