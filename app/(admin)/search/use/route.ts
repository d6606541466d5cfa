import { z } from 'zod'
import { requireActorForAction } from '@/lib/auth/actor'
import { AppError, DEFAULT_MESSAGES } from '@/lib/errors'
import { PLACE_KINDS } from '@/lib/search/place'
import { noteUse } from '@/lib/search/uses'
import { refusal } from '@/lib/server/refusal'

const place = z.strictObject({
  kind: z.enum(PLACE_KINDS),
  key: z.string().regex(/^[^\p{Cc}\p{Cs}]{1,500}$/u),
})

/** Notes that the person came to a place. Sent while they go on: nobody waits for the answer. */
export async function POST(request: Request): Promise<Response> {
  try {
    const actor = await requireActorForAction()
    const parsed = place.safeParse(await bodyOf(request))
    if (!parsed.success) throw new AppError('INVALID', DEFAULT_MESSAGES.INVALID)
    await noteUse(actor, parsed.data)
    return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } })
  } catch (error) {
    if (error instanceof AppError) return refusal(error)
    throw error
  }
}

/** What the request says. Text that is no JSON is null, which the schema refuses. */
async function bodyOf(request: Request): Promise<unknown> {
  try {
    return await request.json()
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
