import { fuzzCommand } from '../lib/cli/fuzz-command'
import { exitWith } from '../lib/cli/report'

fuzzCommand().parseAsync().catch(exitWith)
