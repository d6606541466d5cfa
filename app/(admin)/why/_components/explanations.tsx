import { LinkButton } from '@/components/ui/link-button'
import { Section } from '@/components/ui/section'
import type { Actor } from '@/lib/auth/actor'
import { env } from '@/lib/env'
import { viewer } from '@/lib/time/viewer'
import { explain } from '@/lib/why/explain'
import { explanationText } from '@/lib/why/finding'
import { listAsked } from '@/lib/why/list-asked'
import { CopyExplanation } from './copy-explanation'
import { FindingItem } from './finding-item'

/** What was found out, thing by thing. */
export async function Explanations({ actor, text, list }: { actor: Actor; text: string; list: string | undefined }) {
  const explanations = await explain({ actor, viewer: await viewer() }, text, listAsked(list))
  const origin = env().NEXTAUTH_URL?.replace(/\/$/, '') ?? ''
  return (
    <>
      <div className="flex justify-end">
        <CopyExplanation text={explanationText(text, explanations, origin)} />
      </div>
      {explanations.map(({ id, title, href, findings }) => (
        <Section
          key={id}
          title={title}
          actions={
            href && (
              <LinkButton href={href} compact>
                Open
              </LinkButton>
            )
          }
        >
          <ol className="grid gap-3">
            {findings.map((finding) => (
              <FindingItem key={finding.sentence} finding={finding} />
            ))}
          </ol>
        </Section>
      ))}
    </>
  )
}
