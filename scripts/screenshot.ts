import { exitWith } from '@/lib/cli/report'
import { takeScreenshot } from '@/lib/cli/screenshot'

takeScreenshot().catch(exitWith)
