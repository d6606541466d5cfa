import { startTestStandby } from '@/lib/db/test-standby'

/** Holds a standby for a test of the browser, whose runner cannot load what is for servers. Says its address, then does what it is told, one thing after another. */
const standby = await startTestStandby()
const databaseUrl = process.argv[2] ?? ''
process.send?.(standby.urlOf(databaseUrl))

process.on('message', async (order: unknown) => {
  if (order === 'pause') await standby.pause()
  if (order === 'resume') await standby.resume()
  if (order === 'kill') standby.kill()
  if (order === 'start') await standby.start()
  if (order === 'catch up') await standby.caughtUp()
  if (order === 'stop') await standby.stop()
  process.send?.(order)
  if (order === 'stop') process.disconnect()
})
