import { exitWith } from '../lib/cli/report'
import { sideBySideCommand } from '../lib/cli/side-by-side'

sideBySideCommand().parseAsync().catch(exitWith)
