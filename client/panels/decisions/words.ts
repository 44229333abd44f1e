// Every sentence about decisions and proposals: the stances with their meaning, who was heard, what came of it.
import type { Stance } from '../../../shared/rules/judgements.ts'
import { listOf } from '../../language/lists.ts'
import { translated } from '../../language/translated.ts'

const NAMES: Readonly<Record<Stance, string>> = {
  agree: 'Agree', concerns: 'Agree with concerns', disagree_commit: 'Disagree but commit', block: 'Block', pass: 'Pass',
}

const YOURS: Readonly<Record<Stance, string>> = {
  agree: 'You agree', concerns: 'You agree, with concerns', disagree_commit: 'You disagree, and commit', block: 'You block this', pass: 'You pass',
}

function have(names: readonly string[]): string {
  return `${listOf(names)} ${names.length === 1 ? 'has' : 'have'}`
}

export const stanceWords = translated('decisions.stanceWords', {
  label: 'Your stance',
  name: (stance: Stance) => NAMES[stance],
  /** For rows with little room. */
  short: { agree: 'Agree', concerns: 'With concerns', disagree_commit: 'Disagree, commit', block: 'Block', pass: 'Pass' } satisfies Record<Stance, string>,
  meaning: {
    agree: 'Do it, I will do my part.', concerns: 'Do it; note this.', disagree_commit: 'I would not; I will carry it.',
    block: 'This must not happen as written.', pass: 'Not affected, decide without me.',
  } satisfies Record<Stance, string>,
  mine: (stance: Stance) => YOURS[stance],
  asked: (team: string) => `${team} is asked.`,
  question: 'Where do you stand on these words?',
  heard: (team: string) => `${team} has been heard.`,
  noSeat: (team: string) => `${team} is not asked here. You can still take a stance; a block has full weight.`,
  yours: (stance: Stance, team: string, when: string) => `${YOURS[stance]}, for ${team}${when === '' ? '' : `, ${when}`}.`,
  change: 'Another stance takes its place.',
  earlierWording: 'You took a stance on an earlier wording. This is what has changed since:',
  decider: 'You decide here: with your agreement and the reasons it is decided, also over the objections of others.',
  reasonFor: {
    agree: 'Why? (can stay empty)', concerns: 'What should be noted?', disagree_commit: 'What speaks against it?',
    block: 'What has to be different?', pass: 'Why? (can stay empty)',
  } satisfies Record<Stance, string>,
  reasonAsked: 'Say why, so that the others can act on it. Nobody can answer an objection without a reason.',
  noReason: (stance: Stance) => `${NAMES[stance]}, without a reason`,
  changedWhileWriting: 'The words changed while you were writing. Your stance is on these:',
  cancel: 'Cancel',
  sending: 'Sending',
  guest: 'You are a guest on this board: guests add context, members take a stance.',
  reader: 'You can look, not change.',
  noTeam: 'Choose your team first; a stance is taken for a team.',
  chooseTeam: 'Choose your team',
  retired: 'This is retired: no longer relevant. Nobody is asked.',
  waiting: (stance: Stance, team: string) => `${YOURS[stance]}, for ${team}.`,
  waitingWhy: 'It waits here to be sent, for the wording you saw.',
  waitingRefused: (sentence: string) => `The server did not take it, it is kept here. ${sentence}`,
  waitingWording: 'The words are others now:',
  dropWaiting: 'Do not send it',
  undo: 'Undo',
  takenBack: 'Taken back: your stance before stands again',
  failed: (sentence: string) => `Your stance was not stored. ${sentence}`,
})

export const roundWords = translated('decisions.roundWords', {
  title: 'Who has a say',
  none: 'Nobody is asked yet. Ask the teams that it touches.',
  tile: (team: string, said: string) => `${team}: ${said}`,
  said: {
    agree: 'Agrees', concerns: 'Agrees, with concerns', disagree_commit: 'Disagrees, commits', block: 'Blocks', pass: 'Passes',
    earlier: 'Heard on earlier words', quiet: 'Not yet heard',
  } satisfies Record<Stance | 'earlier' | 'quiet', string>,
  /** Where several people of one team stand differently. */
  who: {
    agree: (who: string) => `${who} agrees`, concerns: (who: string) => `${who} agrees, with concerns`, disagree_commit: (who: string) => `${who} disagrees, commits`,
    block: (who: string) => `${who} blocks`, pass: (who: string) => `${who} passes`,
  } satisfies Record<Stance, (who: string) => string>,
  youCan: (team: string) => `You can take a stance for ${team}`,
  stood: (stance: Stance) => `Then: ${NAMES[stance]}`,
})

export const outcomeWords = translated('decisions.outcomeWords', {
  nobody: 'Open: nobody is asked, and nobody has taken a stance.',
  silent: (teams: readonly string[]) => `Open: ${have(teams)} not been heard. Silence is not a yes.`,
  reopened: (teams: readonly string[]) => `Open again: the words have changed since ${listOf(teams)} took a stance.`,
  silentToo: (teams: readonly string[]) => `${have(teams)} not been heard at all.`,
  passed: 'Open: nobody agrees. Passing decides nothing.',
  blocked: (who: readonly string[]) => `Blocked by ${listOf(who)}.`,
  dissent: (who: readonly string[]) => `Decided. ${listOf(who)} ${who.length === 1 ? 'disagrees and commits' : 'disagree and commit'}; that stays on record.`,
  concerns: (who: readonly string[]) => `Agreed. ${have(who)} concerns; they stay on record.`,
  agreed: 'Agreed by everybody who is asked.',
  directed: (who: string) => `Decided by ${who} alone, with the reasons given.`,
  overBlock: (who: string, blockers: readonly string[]) => `Directed over a block: ${who} has decided, ${listOf(blockers)} ${blockers.length === 1 ? 'blocks' : 'block'} it. Both stay on record.`,
  reviewDue: (day: string) => `Its review was due ${day}. It holds until somebody takes a stance anew.`,
  retired: 'Retired: no longer relevant.',
  rationale: 'The reasons',
  notExamined: 'Agreed, not examined: it rests on no assumption that is written down. There are always some.',
  notExaminedYet: 'Nothing examined: it rests on no assumption that is written down. There are always some.',
  review: (day: string) => `It holds until its review, ${day}.`,
  directive: (missing: readonly ('decider' | 'rationale' | 'agreement')[], who: string) =>
    `One person decides here. Still missing: ${listOf(missing.map((one) => ({ decider: 'who decides', rationale: 'the reasons', agreement: `the agreement of ${who}` })[one]))}.`,
  somebody: 'Somebody',
  from: (name: string, team: string) => (team === '' ? name : `${name} (${team})`),
})

export const stanceHistoryWords = translated('decisions.stanceHistoryWords', {
  took: {
    agree: (who: string, team: string) => [who, `agreed for ${team}`] as const,
    concerns: (who: string, team: string) => [who, `agreed for ${team}, with concerns`] as const,
    disagree_commit: (who: string, team: string) => [who, `disagreed for ${team}, and committed`] as const,
    block: (who: string, team: string) => [who, `blocked it for ${team}`] as const,
    pass: (who: string, team: string) => [who, `passed for ${team}`] as const,
  } satisfies Record<Stance, (who: string, team: string) => readonly [string, string]>,
  lapsed: (n: number) => `${n} ${n === 1 ? 'stance lapsed' : 'stances lapsed'}.`,
})

export const boxWords = translated('decisions.boxWords', {
  label: (title: string) => `Your stance on “${title}”`,
})
