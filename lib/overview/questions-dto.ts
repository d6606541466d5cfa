/** A question that people come with, and where this database has its answer. */
export interface SampleQuestion {
  key: string
  text: string
  to: QuestionTarget
}

export type QuestionTarget =
  | { page: 'why'; q: string }
  | { page: 'issues'; q: string }
  | { page: 'connections'; q: string; sort: string }
  | { page: 'records'; q: string }
  | { page: 'record'; id: string }
  | { page: 'entity'; id: string }
  | { page: 'twins' }
  | { page: 'audit' }
