'use client'

import { JsonEditor } from '@/components/json-editor/json-editor'
import { PropertyControl } from '@/components/property-editor/property-control'
import { Section } from '@/components/ui/section'
import { parseExact } from '@/lib/json/exact-json'
import type { PropertyType } from '@/lib/property/property-type'
import { Plate } from './plate'

const VALID = '{\n  "name": "Ada",\n  "big": 12345678901234567890\n}'
const INVALID = '{\n  "name": "Ada"\n  "big": 1\n}'
const PROBLEM = { at: 20, line: 3, column: 3, message: 'A comma or the end of the object is missing here.' }

const VALUES: [string, PropertyType, string, ('masked' | 'read-only')?][] = [
  ['One line', 'SINGLE_LINE_TEXT', '"Ada"'],
  ['A text', 'LONG_TEXT', '"First line\\nsecond line"'],
  ['A number', 'NUMBER', '12345678901234567890'],
  ['Yes or no', 'CHECKBOX', 'true'],
  ['A day', 'DATE', '"2026-11-23"'],
  ['A list', 'BADGE_LIST', '["one", "two"]'],
  ['None', 'URL', 'null'],
  ['An object', 'JSON_OBJECT', '{"a": 1}'],
  ['Masked', 'SINGLE_LINE_TEXT', '"••••••"', 'masked'],
  ['Read-only', 'SINGLE_LINE_TEXT', '"from the integration"', 'read-only'],
]

export function Editors() {
  return (
    <Plate title="Editors">
      <Section title="JSON to be written" flush>
        <JsonEditor label="A document" text={VALID} problem={null} onText={() => undefined} />
      </Section>
      <Section title="JSON with a problem" flush>
        <JsonEditor label="A document with a problem" text={INVALID} problem={PROBLEM} onText={() => undefined} />
      </Section>
      <Section title="By property">
        <div className="grid items-start gap-4 sm:grid-cols-2">
          {VALUES.map(([label, type, source, fixed]) => (
            <PropertyControl
              key={label}
              label={label}
              type={type}
              value={parseExact(source)}
              fixed={fixed}
              onChange={() => undefined}
              onInvalid={() => undefined}
            />
          ))}
        </div>
      </Section>
    </Plate>
  )
}
