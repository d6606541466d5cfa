import clsx from 'clsx'
import { Badge, type Tone } from '@/components/ui/badge'
import { Link } from '@/components/ui/link'
import type { Finding } from '@/lib/why/finding'

const WORDS: Readonly<Record<Finding['verdict'], { word: string; tone: Tone }>> = {
  reason: { word: 'May be why', tone: 'warning' },
  clear: { word: 'Not why', tone: 'success' },
  unknown: { word: 'Not known', tone: 'neutral' },
}

/** One step that was looked at: whether it is why, the sentence, and where to go on. */
export function FindingItem({ finding: { verdict, sentence, link } }: { finding: Finding }) {
  const { word, tone } = WORDS[verdict]
  return (
    <li className="grid gap-x-3 gap-y-1 sm:grid-cols-[6.5rem_minmax(0,1fr)]">
      <span>
        <Badge tone={tone}>{word}</Badge>
      </span>
      <div className={clsx('min-w-0 text-sm break-words', verdict === 'clear' && 'text-ink-muted')}>
        <bdi>{sentence}</bdi>{' '}
        {link && (
          <Link href={link.href} prefetch={false} className="text-accent-text underline underline-offset-2">
            {link.label}
          </Link>
        )}
      </div>
    </li>
  )
}
