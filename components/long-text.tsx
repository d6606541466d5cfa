import { NumberText } from './number-text'

const SHORT = 400

/** Text of unknown length as it is, line breaks included and never as markup; what is long opens on request. */
export function LongText({ text }: { text: string }) {
  const isLong = text.length > SHORT || text.split('\n').length > 6
  const body = 'break-words whitespace-pre-wrap'
  if (!isLong)
    return (
      <p dir="auto" className={body}>
        {text}
      </p>
    )
  return (
    <details className="group">
      <summary className="list-none">
        <span dir="auto" className={`${body} line-clamp-3 group-open:hidden`}>
          {text.slice(0, SHORT)}
        </span>
        <span className="text-xs text-accent-text hover:underline">
          <span className="group-open:hidden">
            Show all <NumberText value={text.length} /> characters
          </span>
          <span className="hidden group-open:inline">Show less</span>
        </span>
      </summary>
      <p dir="auto" className={`${body} mt-1`}>
        {text}
      </p>
    </details>
  )
}
