'use client'

import { type ComponentType, createElement } from 'react'
import { onDemand } from './on-demand'
import { useNeeded } from './use-needed'

/** A component that is fetched when it is first drawn, and until then takes no room: for what most people never come to. */
export function partOnDemand<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const part = onDemand(load)
  return function PartOnDemand(props: Props) {
    const Part = useNeeded(part, true)
    return Part ? createElement(Part, props) : null
  }
}
