import 'server-only'
import { can } from '../auth/permissions'
import { database } from '../db/client'
import type { PrismaClient } from '../db/generated/client'
import { termText } from '../query/term-text'
import { routes } from '../routes'
import { findConnections } from '../search/find-connections'
import type { Looked } from '../search/find-exact'
import { type Asked, momentText } from './asked'
import type { Explanation, Finding } from './finding'

/** Nothing is named so: where it was looked for, what comes near to it, and what that means. */
export async function explainNothing(
  asked: Asked,
  db: PrismaClient,
  looked: Looked,
  note: string | undefined,
): Promise<Explanation> {
  const { text } = looked
  const [near, trail] = await Promise.all([findConnections(db, looked, () => 0, 3), lastEntry(asked, text)])
  const customers = near.find(({ group }) => group === 'customers')?.hits ?? []
  return {
    id: text,
    title: 'Nothing here has this id, reference or text',
    findings: [
      {
        verdict: 'reason',
        sentence: `No record has ${text} as its id or external id, live or deleted, and no end user or connection has that name.`,
      },
      ...customers.map(
        ({ title }): Finding => ({
          verdict: 'reason',
          sentence: `There is an end user with a similar reference: ${title}.`,
          link: { label: 'Look at that one instead', href: routes.why({ q: title }) },
        }),
      ),
      ...trail,
      note
        ? { verdict: 'unknown', sentence: `In data it was not found. ${note}`, link: wholeSearch(text) }
        : { verdict: 'reason', sentence: 'No value in data has it either.', link: wholeSearch(text) },
      {
        verdict: 'reason',
        sentence: `${note ? 'If it is nowhere in data, it' : 'So it'} was never synced: it is not in the external system, or no connection syncs its type, or the sync that should have brought it fails.`,
        link: { label: 'See what fails', href: routes.issues() },
      },
    ],
  }
}

function wholeSearch(text: string): Finding['link'] {
  const words = termText('', text).slice(1)
  return {
    label: 'Look through all of every document',
    href: routes.records({ q: words, state: 'all', text: 'whole' }),
  }
}

/** What is gone from the database altogether may still stand in the trail. By its index on the subject. */
async function lastEntry(asked: Asked, text: string): Promise<Finding[]> {
  if (!can(asked.actor, 'audit:read')) return []
  const entry = await database().auditEntry.findFirst({
    where: { subjectType: 'record', subjectId: text },
    orderBy: { id: 'desc' },
    select: { at: true, actorEmail: true },
  })
  if (!entry) return []
  return [
    {
      verdict: 'reason',
      sentence: `There was a record with this id: ${entry.actorEmail} changed it on ${momentText(asked, entry.at.toISOString())}. It has been removed from the database since, which nobody can do from here.`,
      link: { label: 'What was done to it', href: routes.audit({ q: termText('subject.id', text) }) },
    },
  ]
}
