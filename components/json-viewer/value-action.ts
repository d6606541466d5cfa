import type { Route } from 'next'
import type { JsonPath } from './document'

/** Something that can be done with one value: a link, named. Given the value's path and its source; null where there is nothing to do. */
export type ValueAction = (path: JsonPath, source: string) => { label: string; href: Route } | null
