import { Section } from '@/components/ui/section'
import type { ChannelDetail } from '@/lib/notices/dto'

const TEXT = 'rounded-md bg-canvas p-3 font-mono text-xs whitespace-pre-wrap break-words'

/** A message as it would be sent, with an example of a cause. */
export function Preview({ channel: { kind, preview } }: { channel: ChannelDetail }) {
  return (
    <Section title="A message, for example">
      {kind === 'email' ? (
        <div className="grid gap-2 text-sm">
          <p className="font-medium break-words">{preview.subject}</p>
          <pre className={TEXT}>{preview.text}</pre>
        </div>
      ) : (
        <pre className={TEXT}>{preview.json}</pre>
      )}
    </Section>
  )
}
