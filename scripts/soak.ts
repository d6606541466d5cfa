import { exitWith } from '../lib/cli/report'
import { soakCommand } from '../lib/cli/soak-command'

soakCommand().parseAsync().catch(exitWith)
