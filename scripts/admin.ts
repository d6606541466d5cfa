import { adminCommand } from '@/lib/cli/admin-command'
import { exitWith } from '@/lib/cli/report'

adminCommand().parseAsync().catch(exitWith)
