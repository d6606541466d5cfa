import { Command } from 'commander'
import { type LaunchOptions, launch } from './launch'
import { portOption } from './port-option'
import { exitWith } from './report'

/** `npm run demo` and `npm run dev`: the options of the command line, then the launch. */
export function launchCommand(command: LaunchOptions['command'], description: string): void {
  new Command(`npm run ${command} --`)
    .description(description)
    .addOption(portOption().default(3000))
    .option('--reset', 'delete the data under .data/ first and start over', false)
    .action((options: { port: number; reset: boolean }) => launch({ command, ...options }))
    .parseAsync()
    .catch(exitWith)
}
