import type { Route } from 'next'

/**
 * One step of an explanation. `reason`: this keeps the thing from being seen, or may; `clear`: this is not why; `unknown`: it could not be
 * looked at.
 */
export interface Finding {
  verdict: 'reason' | 'clear' | 'unknown'
  /** Plain, whole, and to be read out to a customer. Masked. */
  sentence: string
  /** What shows it, or where to go on. */
  link?: { label: string; href: Route }
}

/** Why one thing can or cannot be seen. */
export interface Explanation {
  id: string
  /** What it is about: "The record hs-4711". */
  title: string
  href?: Route
  findings: Finding[]
}

/** The same as text, to be pasted into a ticket. `origin` makes addresses of the links. */
export function explanationText(question: string, explanations: readonly Explanation[], origin: string): string {
  const marks = { reason: '!', clear: '-', unknown: '?' }
  const parts = explanations.map(({ title, href, findings }) =>
    [
      href ? `${title} (${origin}${href})` : title,
      ...findings.map(
        ({ verdict, sentence, link }) =>
          `${marks[verdict]} ${sentence}${link ? ` ${link.label}: ${origin}${link.href}` : ''}`,
      ),
    ].join('\n'),
  )
  return [`Why can’t I see ${question}?`, ...parts].join('\n\n')
}

/** The reasons before what is clear, each in the order in which they were looked for. */
export function reasonsFirst(findings: readonly Finding[]): Finding[] {
  const order = { reason: 0, unknown: 1, clear: 2 }
  return [...findings].sort((a, b) => order[a.verdict] - order[b.verdict])
}
