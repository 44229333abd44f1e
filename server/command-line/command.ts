// What every command of `npx tacit` is given and what it gives back. Streams, environment and clock come in, so that a
// command can be run in a test; knows no command.

/** Where a command writes to: a terminal, a file, a pipe. */
export interface Output {
  write(text: string): void
  /** Set on a terminal only. */
  readonly columns: number | undefined
}

export interface Surroundings {
  readonly stdin: AsyncIterable<Uint8Array>
  readonly stdout: Output
  readonly stderr: Output
  readonly env: Readonly<Record<string, string | undefined>>
  readonly now: () => Date
}

/** 0: all is well. 1: something that was asked for occurs. 2: the command could not do what it was told. */
export type ExitCode = 0 | 1 | 2

export interface Command {
  /** One line of the list of commands. */
  readonly about: string
  /** The whole of `--help`. */
  readonly help: string
  run(args: readonly string[], around: Surroundings): Promise<ExitCode>
}

/** The command cannot go on. The message is the sentence to print; it ends with exit code 2. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
}
