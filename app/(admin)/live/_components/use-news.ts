import { useEffect, useState } from 'react'
import { type News, NO_NEWS } from '@/lib/live/stream-schema'

/** What is new to a page, told by the stream at `address`; nothing while there is none. */
export function useNews(address: string | null): News {
  const [heard, setHeard] = useState<{ at: string; news: News } | null>(null)
  useEffect(() => {
    if (address === null) return
    let stop: (() => void) | null = null
    let left = false
    // After the rows, and a file of its own: nobody waits for it.
    void import('./live-stream').then(({ listen }) => {
      if (!left) stop = listen(address, (news) => setHeard({ at: address, news }))
    })
    return () => {
      left = true
      stop?.()
    }
  }, [address])
  return heard !== null && heard.at === address ? heard.news : NO_NEWS
}
