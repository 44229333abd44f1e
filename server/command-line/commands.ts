// Which command a line names, its help, and how what goes wrong is told. Everything here and below runs in a test.
import { Refusal, type Command, type ExitCode, type Surroundings } from './command.ts'
import { plainLine } from './plain-line.ts'

export type Commands = Readonly<Record<string, Command>>

function overview(commands: Commands): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length))
  return `npx tacit COMMAND, in a clone of Tacit

${Object.entries(commands).map(([name, { about }]) => `  ${name.padEnd(width)}  ${about}`).join('\n')}

  npx tacit COMMAND --help says more; npx tacit --version names the version.
`
}

async function runNamed(commands: Commands, [name, ...rest]: readonly string[], version: string, around: Surroundings): Promise<ExitCode> {
  const help = (text: string): ExitCode => {
    around.stdout.write(text)
    return 0
  }
  if (name === undefined) throw new Refusal('Name a command. See `npx tacit --help`.')
  if (name === '--help' || name === '-h' || name === 'help') return help(overview(commands))
  if (name === '--version' || name === '-v') return help(`tacit ${version}\n`)
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (command === undefined) throw new Refusal(`There is no command "${plainLine(name)}". See \`npx tacit --help\`.`)
  const asks = rest.slice(0, rest.includes('--') ? rest.indexOf('--') : rest.length)
  return asks.some((word) => word === '--help' || word === '-h') ? help(command.help) : command.run(rest, around)
}

/** The exit code; what was refused is told in one sentence on standard error. */
export async function runCommand(commands: Commands, args: readonly string[], version: string, around: Surroundings): Promise<ExitCode> {
  try {
    return await runNamed(commands, args, version, around)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    around.stderr.write(`tacit: ${plainLine(error.message)}\n`)
    return 2
  }
}
