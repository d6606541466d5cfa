import 'server-only'
import { runBatchWorker } from '../worker'

// One instance of the app as far as batches go, to be killed by a test. It ends with whoever started it.
process.stdin.resume().on('close', () => process.exit())
await runBatchWorker(new AbortController().signal)
