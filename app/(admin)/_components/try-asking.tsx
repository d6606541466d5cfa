import type { ReactNode } from 'react'
import { loadLook } from '@/app/(admin)/issues/_components/load-look'
import { Late } from '@/components/late'
import { Link } from '@/components/ui/link'
import { Section } from '@/components/ui/section'
import { SkeletonRows } from '@/components/ui/skeleton'
import type { Actor } from '@/lib/auth/actor'
import type { QuestionTarget } from '@/lib/overview/questions-dto'
import { sampleQuestions } from '@/lib/overview/sample-questions'
import { routes } from '@/lib/routes'
import { HelpButton } from './help-button'

function addressOf(to: QuestionTarget) {
  switch (to.page) {
    case 'why':
      return routes.why({ q: to.q })
    case 'issues':
      return routes.issues({ q: to.q })
    case 'connections':
      return routes.connections({ q: to.q, sort: to.sort })
    case 'records':
      return routes.records({ q: to.q })
    case 'record':
      return routes.record(to.id)
    case 'entity':
      return routes.entity(to.id)
    case 'twins':
      return routes.twins()
    case 'audit':
      return routes.audit()
  }
}

/** Questions that people come with, as links to their answers in this very database. */
export function TryAsking({ actor }: { actor: Actor }) {
  return (
    <Section
      title="Try asking"
      flush
      actions={
        <HelpButton
          part="questions"
          said="The sample questions are hidden. The tour in your account menu still has them."
        >
          Hide
        </HelpButton>
      }
    >
      <div className="min-h-66 md:min-h-33 xl:min-h-22">
        <Late what="The sample questions" fallback={<SkeletonRows rows={2} line="h-11" />}>
          <Questions actor={actor} />
        </Late>
      </div>
    </Section>
  )
}

async function Questions({ actor }: { actor: Actor }) {
  await loadLook()
  const questions = await sampleQuestions(actor)
  if (questions === null)
    return <Instead>Finding sample questions took too long. The rest of the page is not affected.</Instead>
  if (questions.length === 0)
    return (
      <Instead>
        There is nothing to ask about yet. Once something has been synced, questions about it appear here.
      </Instead>
    )
  return (
    <ul className="grid md:grid-cols-2 xl:grid-cols-3">
      {questions.map(({ key, text, to }) => (
        <li key={key} className="min-w-0">
          <Link
            href={addressOf(to)}
            prefetch={false}
            title={text}
            className="flex h-11 items-center px-4 text-sm text-accent-text -outline-offset-2 hover:underline"
          >
            <bdi className="truncate">{text}</bdi>
          </Link>
        </li>
      ))}
    </ul>
  )
}

function Instead({ children }: { children: ReactNode }) {
  return <p className="p-4 text-sm text-ink-muted">{children}</p>
}
