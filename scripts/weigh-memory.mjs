/** Loaded into the server that the soak starts: asked by `weigh`, it collects garbage and tells what is left. The app itself knows nothing of it. */
import { setTimeout } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc')

process.on('message', async (message) => {
  if (message !== 'weigh') return
  // What the first lets go of may have a last word, after which the second finds what that held.
  collect()
  await setTimeout(10)
  collect()
  process.send?.(process.memoryUsage())
})
process.channel?.unref()
