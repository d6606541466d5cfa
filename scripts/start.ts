import { exitWith } from '@/lib/cli/report'
import { serve } from '@/lib/cli/serve-database'

serve().catch(exitWith)
