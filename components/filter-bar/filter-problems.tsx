import type { QueryProblem } from '@/lib/query/problem'
import { Button } from '../ui/button'

interface FilterProblemsProps {
  id: string
  text: string
  problems: readonly QueryProblem[]
  onApply: (text: string) => void
}

/** What was not understood, each at its place in the text, with the nearest valid spelling one press away. */
export function FilterProblems({ id, text, problems, onApply }: FilterProblemsProps) {
  return (
    <div id={id} role="alert">
      <ul className="mt-2 grid gap-2">
        {problems.map(({ message, from, to, suggestion }) => (
          <li key={`${from}-${to}-${message}`} className="rounded-md bg-danger-soft px-3 py-2 text-sm">
            <p className="font-medium text-danger-text">{message}</p>
            <div className="mt-1 flex flex-wrap items-center gap-3">
              <code className="min-w-0 font-mono text-xs break-all whitespace-pre-wrap text-ink">
                {text.slice(Math.max(0, from - 60), from)}
                <mark className="rounded-sm bg-danger px-0.5 text-danger-ink">{text.slice(from, to) || '‸'}</mark>
                {text.slice(to, to + 60)}
              </code>
              {suggestion !== undefined && (
                <Button compact onClick={() => onApply(text.slice(0, from) + suggestion + text.slice(to))}>
                  Use <code className="max-w-60 truncate font-mono">{suggestion}</code>
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}
