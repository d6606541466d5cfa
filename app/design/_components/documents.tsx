'use client'

import { JsonViewer } from '@/components/json-viewer/json-viewer'
import { Plate } from './plate'

const DOCUMENT = `{
  "name": "Ada \\u202Egnp.exe", "big": 12345678901234567890, "ok": true, "none": null,
  "api_key": "••••••", "at": "2026-11-23T09:41:00Z", "mail": "ada@example.com", "site": "https://example.com/a",
  "tags": ["one", "two"], "nested": {"deeper": {"deepest": 1.50}}, "html": "<b>text</b>"
}`

export function Documents() {
  return (
    <Plate title="Documents">
      <JsonViewer text={DOCUMENT} masked={['/api_key']} label="A document" />
      <JsonViewer label="A large document" sizeBytes={5_200_000} load={async () => ({ text: DOCUMENT })} />
      <JsonViewer label="Not JSON" text="{'single': quotes}" />
    </Plate>
  )
}
