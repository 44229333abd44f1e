// `npx tacit report`: every judgement of a board file, with no server, and an exit code that a pipeline can fail by.
import { agendaMarkdown, agendaOf } from '../../shared/export/agenda.ts'
import { agendaWordsFor } from '../../shared/export/agenda-languages.ts'
import { judge } from '../../shared/rules/judge.ts'
import { instantOf } from '../../shared/rules/instants.ts'
import { report, type Report } from '../../shared/rules/report.ts'
import { readBoard } from './board-input.ts'
import { Refusal, type Command, type ExitCode, type Surroundings } from './command.ts'
import { findingsOf, occurrences, SUBJECTS, wantedOf, type Occurrence } from './findings.ts'
import { optionsOf } from './options.ts'
import { plainJson, plainLine, wrapped } from './plain-line.ts'
import { ReportRows } from './report-rows.ts'
import { lookOf, reportText } from './report-text.ts'

const MOST_NAMED = 50

const HELP = `npx tacit report FILE [--at ISO] [--json | --agenda] [--fail-on STATE,…]

Prints every judgement for the board file FILE, or for standard input when FILE is "-". Needs no server.

  --at ISO        Judge at this instant instead of now, such as 2027-01-31T12:00:00Z or 2027-01-31.
  --json          Print the whole report as JSON (tacit-report/1).
  --agenda        Print the check-in agenda that the board writes itself, as Markdown, in the board's language.
  --fail-on STATE Exit with 1 when one of these states occurs, and name on standard error where.
                  Separated by commas; may be given again.
  --help          Print this.

A state is asked for of everything (refuted, blocked, critical, overdue …), or of one subject, as in
load-bearing:refuted: an assumption of high importance, or one on which an active goal, decision or
commitment rests. "marked" is any assumption that is not confirmed yet.

${Object.entries(SUBJECTS).map(([subject, words]) => wrapped(`  ${subject.padEnd(14)}`, words, 100)).join('\n')}

Exit codes: 0, nothing that --fail-on names occurs; 1, something does; 2, the file or an option is wrong.

To keep a board in a repository and fail its pipeline when a premise has fallen:

  npx tacit report board.json --fail-on load-bearing:refuted,blocked
`

function instantAt(asked: string | undefined, now: Date): { readonly at: string; readonly ms: number } {
  if (asked === undefined) return { at: now.toISOString(), ms: now.getTime() }
  const ms = instantOf(asked)
  if (ms === undefined) throw new Refusal(`--at is "${plainLine(asked)}": give an instant such as 2027-01-31T12:00:00Z, or a day such as 2027-01-31.`)
  return { at: asked, ms }
}

function headLines({ freshness: { percent, fresh, of }, drift: { since } }: Report): string[] {
  return [
    percent === null ? 'Nothing to keep fresh yet: no load-bearing assumption, decision or dependency' : `In date: ${fresh} of ${of} load-bearing assumptions, decisions and dependencies (${percent}%)`,
    since === null ? 'No baseline to compare with' : `Compared with the baseline of ${since}`,
  ]
}

/** What made the command fail, on standard error, whatever was printed. */
function failureText(found: readonly Occurrence[], rows: ReportRows, { gaps }: Report): string {
  const lines = found.slice(0, MOST_NAMED).map(({ wanted, finding: { subject, ids } }) => {
    const gap = subject === 'gap' ? gaps.find((one) => one.ids === ids) : undefined
    return `  ${wanted}  ${ids.join(' ')}  ${gap === undefined ? rows.title(ids[0] ?? '') : rows.gap(gap)}`
  })
  const more = found.length > MOST_NAMED ? [`  and ${found.length - MOST_NAMED} more`] : []
  const head = found.length === 1 ? 'This makes --fail-on fail:' : `These ${found.length} make --fail-on fail:`
  return `${[head, ...lines, ...more].map((line) => `${line.startsWith('  ') ? '  ' : ''}${plainLine(line)}`).join('\n')}\n`
}

async function run(args: readonly string[], around: Surroundings): Promise<ExitCode> {
  const { operands, options } = optionsOf('report', args, { at: 'value', json: 'flag', agenda: 'flag', 'fail-on': 'values' })
  const [path] = operands
  if (path === undefined) throw new Refusal('Name a board file, or "-" for standard input. See `npx tacit report --help`.')
  if (operands.length > 1) throw new Refusal(`One board file at a time: "${plainLine(operands[1] ?? '')}" is too many.`)
  if (options.json && options.agenda) throw new Refusal('Choose --json or --agenda: both go to standard output.')
  // What is wrong with the options is told before anybody waits for standard input.
  const wanted = wantedOf(options['fail-on'])
  const { at, ms } = instantAt(options.at, around.now())
  const { board, warnings } = await readBoard(path, around)
  for (const warning of warnings) around.stderr.write(`Note: ${plainLine(warning)}\n`)
  const judgements = judge(board, ms)
  const made = report(board, judgements, at)
  const rows = new ReportRows(board, made)
  if (options.agenda) around.stdout.write(agendaMarkdown(agendaOf({ board, judgements, words: agendaWordsFor(board.language) })))
  else if (options.json) around.stdout.write(`${plainJson(made)}\n`)
  else around.stdout.write(reportText({ title: board.title, at, lines: headLines(made) }, rows.sections(), lookOf(around.stdout, around.env)))
  const found = occurrences(findingsOf(board, judgements, made), wanted)
  if (found.length > 0) around.stderr.write(failureText(found, rows, made))
  return found.length > 0 ? 1 : 0
}

export const reportCommand: Command = { about: 'print every judgement for a board file, with no server', help: HELP, run }
