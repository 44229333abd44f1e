// Runs a command of `npx tacit` inside the test, with streams of the test's own.
import type { ExitCode, Output } from '../../../server/command-line/command.ts'
import { runCommand, type Commands } from '../../../server/command-line/commands.ts'
import { reportCommand } from '../../../server/command-line/report-command.ts'

const NOW = new Date('2026-11-20T12:00:00Z')

export interface Ran { readonly code: ExitCode; readonly out: string; readonly err: string }
export interface Around { readonly commands?: Commands; readonly stdin?: string | Uint8Array; readonly columns?: number; readonly env?: Readonly<Record<string, string>> }

export async function run(args: readonly string[], { commands = { report: reportCommand }, stdin = '', columns, env = {} }: Around = {}): Promise<Ran> {
  const written = { out: '', err: '' }
  const output = (stream: 'out' | 'err'): Output => ({ write: (text) => { written[stream] += text }, columns })
  async function* input(): AsyncGenerator<Uint8Array> {
    yield* [typeof stdin === 'string' ? Buffer.from(stdin) : stdin]
  }
  const code = await runCommand(commands, args, '9.8.7', { stdin: input(), stdout: output('out'), stderr: output('err'), env, now: () => NOW })
  return { code, ...written }
}
