import { launchCommand } from '@/lib/cli/launch-command'

launchCommand('dev', 'The demo on the development server, which shows changes of the code at once.')
