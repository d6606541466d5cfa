import { Section } from '@/components/ui/section'

/** What a newcomer cannot know before the first answer; each step is a sentence of the answer later. */
const STEPS: readonly [string, string][] = [
  ['Did it ever arrive?', 'As a record, an end user or a connection of this name, or as a value in data.'],
  ['Is it deleted or archived?', 'By whom and when, and the way to restore it.'],
  ['Does the list hide it?', 'Which term of the filter you came from it does not match.'],
  [
    'Is there another like it?',
    'Other records with its external id, which a sync or the product may take in its place.',
  ],
  ['Is something masked for you?', 'How many of its values are there but neither shown nor found.'],
  ['Is it someone else’s?', 'The end user and the integration that it came through.'],
  ['Does its connection sync it?', 'Whether it fails or has gone quiet, and the types that it syncs.'],
]

/** Stands in for the answer until something was asked for. */
export function WhatIsLookedAt() {
  return (
    <Section title="What is checked">
      <ol className="grid gap-x-6 gap-y-3 text-sm sm:grid-cols-[max-content_1fr]">
        {STEPS.map(([question, answer]) => (
          <li key={question} className="grid gap-x-6 sm:col-span-2 sm:grid-cols-subgrid">
            <span className="font-medium">{question}</span>
            <span className="text-ink-muted">{answer}</span>
          </li>
        ))}
      </ol>
    </Section>
  )
}
