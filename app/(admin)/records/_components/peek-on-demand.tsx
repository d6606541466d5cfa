'use client'

import dynamic from 'next/dynamic'

/** What looks at a record is loaded when someone does: most who read a list never need its JSON viewer. */
export const PeekOnDemand = dynamic(() => import('./peek-record').then(({ PeekRecord }) => PeekRecord))
