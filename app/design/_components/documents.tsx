'use client'

import { type JsonDocument, parseDocument } from '@/components/json-viewer/document'
import { JsonDiff } from '@/components/json-viewer/json-diff'
import { JsonViewer } from '@/components/json-viewer/json-viewer'
import { Section } from '@/components/ui/section'
import { Plate } from './plate'

const DOCUMENT = `{
  "name": "Ada \u202Egnp.exe", "big": 12345678901234567890, "ok": true, "none": null,
  "api_key": "••••••", "at": "2026-11-23T09:41:00Z", "mail": "ada@example.com", "site": "https://example.com/a",
  "tags": ["one", "two"], "nested": {"deeper": {"deepest": 1.50}}, "html": "<b>text</b>"
}`
const BEFORE = parseDocument('{"name": "Ada", "amount": 120, "tags": ["new"], "city": "London"}')
const AFTER = parseDocument('{"name": "Ada", "amount": 120.50, "tags": ["vip", "new"], "phone": "+44 20 7946 0018"}')

export function Documents() {
  return (
    <Plate title="Documents">
      <Section title="As a tree" flush>
        <JsonViewer text={DOCUMENT} masked={['/api_key']} label="A document" />
      </Section>
      <Section title="Large" flush>
        <JsonViewer label="A large document" sizeBytes={5_200_000} load={async () => ({ text: DOCUMENT })} />
      </Section>
      <Section title="Not JSON" flush>
        <JsonViewer label="A text" text="{'single': quotes}" />
      </Section>
      <Section title="Compared">{BEFORE && AFTER && <Compared before={BEFORE} after={AFTER} />}</Section>
    </Plate>
  )
}

function Compared({ before, after }: { before: JsonDocument; after: JsonDocument }) {
  return (
    <JsonDiff
      left={{ document: before, node: before.root }}
      right={{ document: after, node: after.root }}
      names={['Before', 'After']}
    />
  )
}
