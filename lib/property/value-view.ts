/** How one value of a document is shown in a cell; everything in it is masked and cut already. */
export type ValueView =
  | PlainView
  | ({ kind: 'unexpected' /** What the property promised: "a number". */; wanted: string } & Source)

/** `source` is the JSON text of the value, for a filter by it; left out where the value was cut or masked. */
interface Source {
  text: string
  source?: string
}

export type PlainView =
  /** No value; `why` says which of the ways to have none it is. */
  | { kind: 'nothing'; why: 'null' | 'empty text' | 'empty list' | 'empty object' }
  | ({ kind: 'text' } & Source)
  /** Decimal digits as stored, so that none is lost; an amount with the code of its currency if the value names one. */
  | ({ kind: 'number'; isAmount?: true; currency?: string } & Source)
  /** ISO 8601 in UTC. */
  | ({ kind: 'instant' } & Source)
  /** A day on the calendar, `2026-01-31`, in no zone. */
  | ({ kind: 'day' } & Source)
  /** `href` begins with http:, https:, mailto: or tel: and nothing else. */
  | ({ kind: 'link'; to: 'page' | 'e-mail' | 'phone'; href: string } & Source)
  | { kind: 'badges'; badges: Source[] /** How many more there are. */; more: number }
  | ({ kind: 'flag'; on: boolean } & Source)
  /** JSON in one line. */
  | { kind: 'json'; text: string }
  /** Wholly replaced by the mask, whose text says how long the value is. */
  | { kind: 'masked'; text: string }
  /** Too large to be read for a row; `bytes` as Postgres keeps it. */
  | { kind: 'large'; bytes: number; what: 'text' | 'list' | 'object' | 'value' }
