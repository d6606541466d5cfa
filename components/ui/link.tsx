'use client'

import NextLink from 'next/link'
import { type ComponentProps, useState } from 'react'

/**
 * A link within the app. What it leads to is fetched ahead once the pointer or the focus comes near, and not as soon as it is in sight: the eleven
 * of the sidebar alone had the server do four times the work of the page itself, with each page (docs/decisions/049). `prefetch={false}` never fetches.
 */
export function Link({ prefetch, onPointerEnter, onFocus, ...rest }: ComponentProps<typeof NextLink>) {
  const [isNear, setIsNear] = useState(false)
  return (
    <NextLink
      {...rest}
      prefetch={isNear ? prefetch : false}
      onPointerEnter={(event) => {
        setIsNear(true)
        onPointerEnter?.(event)
      }}
      onFocus={(event) => {
        setIsNear(true)
        onFocus?.(event)
      }}
    />
  )
}
