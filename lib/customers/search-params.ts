import { type ParamProblem, type RawParams, readChoice, readOne } from '../table/table-params'

export const CUSTOMER_STATES = ['all', 'issues'] as const

export interface CustomerSearch {
  /** What the references begin with; empty for all. */
  begins: string
  state: (typeof CUSTOMER_STATES)[number]
  /** The reference behind which the page begins. */
  after?: string
}

/** What no reference has: control characters and halves of characters, which the database would refuse. */
const UNSTORABLE = /[\p{Cc}\p{Cs}]/u
const LONGEST = 500

/** What the address of the list of end users asks for. With a problem, none may be shown. */
export function readCustomerSearch(raw: RawParams): { search: CustomerSearch; problems: ParamProblem[] } {
  const problems: ParamProblem[] = []
  const read = (parameter: string) => {
    const value = readOne(raw, parameter, problems)
    if (value === undefined || (value.length <= LONGEST && !UNSTORABLE.test(value))) return value
    problems.push({ parameter, message: `“${parameter}” is not the reference of an end user.` })
    return undefined
  }
  const state = readChoice(raw, 'state', CUSTOMER_STATES, 'all', problems)
  return { search: { begins: read('begins')?.trim() ?? '', state, after: read('after') }, problems }
}

/** The query of the list's address, defaults left out. */
export function customerQuery({ begins, state, after }: CustomerSearch): Record<string, string | undefined> {
  return { begins: begins || undefined, state: state === 'all' ? undefined : state, after }
}
