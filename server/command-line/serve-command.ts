// `npx tacit serve` is `npm start`, and the launcher (`scripts/tacit.mjs`) starts it. Here are only its help, and a
// refusal of everything that it does not take.
import { Refusal, type Command } from './command.ts'

export const serveCommand: Command = {
  about: 'start the server, as `npm start` does',
  help: 'npx tacit serve\n\nBuilds what has changed and starts the server, as `npm start` does. Settings are environment variables: see the\nREADME, "Run".\n',
  run: (args) => Promise.reject(new Refusal(args.length === 0 ? 'Start it with `npx tacit serve` or `npm start`.' : '`serve` takes no options: settings are environment variables, see the README.')),
}
