import { build } from '@/lib/cli/build'
import { exitWith } from '@/lib/cli/report'
import { step } from '@/lib/cli/step'

step('Building the app', build).then((output) => process.stdout.write(output), exitWith)
