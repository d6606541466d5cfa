import 'server-only'
import { database } from '../db/client'
import { COUNTED_DAYS } from './read-records'

/** Days for which changes of health are kept, and how many of each connection; days of which samples are kept. */
const CHANGES_DAYS = 180
const CHANGES = 200
const SAMPLES_DAYS = 400

/** Lets go of changes that are old or many, and of samples and counts that nobody is shown any more. */
export async function sweepHealth(now = new Date()): Promise<void> {
  const before = (days: number) => new Date(now.getTime() - days * 86_400_000)
  await database().$executeRaw`
    delete from mastra_admin.health_change where at < ${before(CHANGES_DAYS)}::timestamptz or id in (
      select id from (select id, row_number() over (partition by connection_id order by id desc) as place
        from mastra_admin.health_change) ranked where place > ${CHANGES})`
  await database().healthSample.deleteMany({ where: { hour: { lt: before(SAMPLES_DAYS) } } })
  await database().activityHour.deleteMany({ where: { hour: { lt: before(COUNTED_DAYS) } } })
}
