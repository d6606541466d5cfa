'use client'

import { Badge } from '@/components/ui/badge'
import { Tooltip } from '@/components/ui/tooltip'
import { HEALTH_WORDS, type KeptHealth } from '@/lib/health/dto'

const WITHOUT_EVIDENCE = 'Too little is known about it to tell how often something should arrive.'

/** The health of a connection as a word, and the habit and silence behind it for the pointer, the keyboard and who listens. */
export function HealthBadge({ health }: { health: KeptHealth }) {
  const { word, tone } = HEALTH_WORDS[health.state]
  const sentence = health.evidence ?? WITHOUT_EVIDENCE
  return (
    <Tooltip text={sentence}>
      <button
        type="button"
        className="flex min-h-6 max-w-full cursor-help items-center rounded-sm"
        aria-label={`${word}. ${sentence}`}
      >
        <Badge tone={tone} calm={health.state === 'healthy'}>
          {word}
        </Badge>
      </button>
    </Tooltip>
  )
}
