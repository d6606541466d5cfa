import 'server-only'
import { cache } from 'react'
import { requireActor } from '@/lib/auth/actor'
import { sampledKeys } from '@/lib/entities/key-statistics'
import { entityProperties } from '@/lib/entities/queries'

/** The properties of an entity, read once for the parts of its page that show them. */
export const loadProperties = cache(async (entityId: string) =>
  entityProperties(await requireActor('connections:read'), entityId),
)

/** The sample of its records, read once for the parts of its page that tell of it. */
export const loadKeys = cache(async (entityId: string) =>
  sampledKeys(await requireActor('records:read'), entityId, (await loadProperties(entityId)) ?? []),
)
