import { launchCommand } from '@/lib/cli/launch-command'

launchCommand('demo', 'Everything from a fresh clone to a page with demo data, on the production build.')
