import { benchCommand } from '../lib/cli/bench-command'
import { exitWith } from '../lib/cli/report'

benchCommand().parseAsync().catch(exitWith)
