import { exitWith } from '@/lib/cli/report'
import { takeScreenshots } from '@/lib/cli/screenshot'

takeScreenshots().catch(exitWith)
