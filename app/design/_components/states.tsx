'use client'

import { CountText } from '@/components/count-text'
import { DeadEnd } from '@/components/dead-end'
import { EmptyState } from '@/components/empty-state'
import { ExactCount } from '@/components/exact-count'
import { FailurePage } from '@/components/failure-page'
import { LateCount } from '@/components/late-count'
import { LongText } from '@/components/long-text'
import { ParameterProblems } from '@/components/parameter-problems'
import { RelativeTime } from '@/components/relative-time'
import { HeadOnly, SearchReach } from '@/components/search-reach'
import { SlowSearch } from '@/components/slow-search'
import { Alert } from '@/components/ui/alert'
import { Badge, type Tone } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { routes } from '@/lib/routes'
import { Plate, Specimens } from './plate'

const TONES: Tone[] = ['neutral', 'accent', 'info', 'success', 'warning', 'danger']
const NOW = Date.parse('2026-11-23T09:41:00Z')

export function States() {
  return (
    <>
      <Plate title="Badges and words">
        <Specimens of="What should catch the eye">
          {TONES.map((tone) => (
            <Badge key={tone} tone={tone}>
              {tone}
            </Badge>
          ))}
          <Badge icon="ban">disabled</Badge>
        </Specimens>
        <Specimens of="What is as it should be">
          {TONES.map((tone) => (
            <Badge key={tone} tone={tone} calm>
              {tone}
            </Badge>
          ))}
        </Specimens>
        <Specimens of="Numbers and times">
          <LateCount what="The number of records">
            <CountText count={{ kind: 'exact', value: 1 }} one="record" many="records" />
          </LateCount>
          <span>
            <CountText count={{ kind: 'estimate', value: 1_234_567 }} one="record" many="records" />
          </span>
          <span>
            <CountText count={{ kind: 'atLeast', value: 10_000 }} one="record" many="records" />
          </span>
          <span>
            <CountText count={null} one="record" many="records" />
          </span>
          <RelativeTime iso="2026-11-23T06:12:00.000Z" timeZone="Europe/Berlin" now={NOW} />
          <RelativeTime iso="2026-11-23T06:12:00.000Z" timeZone="Europe/Berlin" />
        </Specimens>
        <LongText text={'A message that goes on and on, line after line. '.repeat(20)} />
      </Plate>
      <Plate title="Messages">
        <Alert tone="info" title="Your session has ended." />
        <Alert tone="success" title="The database is up to date." />
        <Alert tone="warning" title="This record is soft-deleted.">
          Syncs go on writing to it, so its data may still change.
        </Alert>
        <Alert tone="danger" title="The number of records could not be loaded.">
          Reference: <code className="font-mono">3141592653</code>
        </Alert>
        <ParameterProblems
          problems={[{ parameter: 'size', message: 'There is no size “33”. There are 25, 50, 100, 200.' }]}
          repaired={routes.design()}
        />
      </Plate>
      <Plate title="A search that is not at its end">
        <SearchReach found={3} reached="2026-03-29T00:59:59.000Z" timeZone="Europe/Berlin" further={routes.design()} />
        <SearchReach
          found={0}
          reached="2026-03-29T00:59:59.000Z"
          timeZone="Europe/Berlin"
          further={routes.design()}
          remedies={['Filters for one value of data.email, and sorting by it as text.']}
          database={routes.design()}
        />
        <p className="flex items-center gap-2 text-sm text-ink-muted">
          <ExactCount address={routes.design()} one="record" many="records">
            ~1,000,000 records
          </ExactCount>
        </p>
        <HeadOnly characters={8_000} whole={routes.design()} />
      </Plate>
      <Plate title="Nothing, too slow, and broken">
        <EmptyState
          title="No records match"
          text="Only live records were searched."
          action={<Button>Clear the filter</Button>}
        />
        <SlowSearch inSteps={routes.design()} />
        <DeadEnd
          level={3}
          title="There is nothing at this address"
          text="The link may be mistyped, or what it led to is gone."
          href={routes.design()}
          go="Go to the overview"
        />
        <FailurePage level={3} error={{ digest: '3141592653' }} retry={() => window.location.reload()} />
      </Plate>
    </>
  )
}
