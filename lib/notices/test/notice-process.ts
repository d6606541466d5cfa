import 'server-only'
import { databaseNow, deliverNext } from '../deliver'

// One instance of the app as far as sending goes, to be killed by a test while a receiver has not answered. It ends with whoever started it.
process.stdin.resume().on('close', () => process.exit())
await deliverNext({ now: databaseNow })
