/** Every type that Mastra gives a property. */
export const PROPERTY_TYPES = [
  'LONG_TEXT',
  'SINGLE_LINE_TEXT',
  'SINGLE_SELECT',
  'MULTI_SELECT',
  'CHECKBOX',
  'DATE',
  'USER',
  'BADGE_LIST',
  'CURRENCY',
  'URL',
  'PHONE',
  'CONTACT',
  'COMPANY',
  'PERSON',
  'ENRICHMENT',
  'COMPOSITE',
  'BOOLEAN',
  'NUMBER',
  'FLOAT',
  'JSON_OBJECT',
  'JSON_ARRAY',
] as const
export type PropertyType = (typeof PROPERTY_TYPES)[number]

/** Whether values are quantities: they stand on the right, and are sorted as numbers. */
export function isNumeric(type: PropertyType | null): boolean {
  return type === 'NUMBER' || type === 'FLOAT' || type === 'CURRENCY'
}
