import type { Route } from 'next'
import type { ParamProblem } from '@/lib/table/table-params'
import { Alert } from './ui/alert'
import { LinkButton } from './ui/link-button'

interface ParameterProblemsProps {
  problems: readonly ParamProblem[]
  /** The same page without these parameters. */
  repaired: Route
}

/** Stands in place of the rows when the address has a parameter that was not understood. */
export function ParameterProblems({ problems, repaired }: ParameterProblemsProps) {
  const names = [...new Set(problems.map(({ parameter }) => parameter))]
  return (
    <Alert tone="danger" title="This address was not understood, so no rows are shown.">
      <ul className="mt-1 grid gap-1">
        {problems.map(({ parameter, message }) => (
          <li key={`${parameter} ${message}`}>
            <code className="font-mono">{parameter}</code>: {message}
          </li>
        ))}
      </ul>
      <LinkButton href={repaired} compact className="mt-2">
        Remove {names.join(', ')} from the address
      </LinkButton>
    </Alert>
  )
}
