// Was über Entscheidungen und Vorschläge gesagt wird, auf Deutsch.
import type { Stance } from '../../../shared/rules/judgements.ts'
import { listOf } from '../../language/lists.ts'
import type * as english from './words.ts'

const NAMES: Readonly<Record<Stance, string>> = {
  agree: 'Zustimmen', concerns: 'Zustimmen, mit Bedenken', disagree_commit: 'Dagegen, trage es mit', block: 'Blockieren', pass: 'Enthalten',
}

const YOURS: Readonly<Record<Stance, string>> = {
  agree: 'Du stimmst zu', concerns: 'Du stimmst zu, mit Bedenken', disagree_commit: 'Du bist dagegen und trägst es mit', block: 'Du blockierst das', pass: 'Du enthältst dich',
}

export const stanceWords: typeof english.stanceWords = {
  label: 'Deine Haltung',
  name: (stance: Stance) => NAMES[stance],
  short: { agree: 'Zustimmen', concerns: 'Mit Bedenken', disagree_commit: 'Dagegen, trage mit', block: 'Blockieren', pass: 'Enthalten' },
  meaning: {
    agree: 'Macht es, ich tue meinen Teil.', concerns: 'Macht es; behaltet das im Blick.', disagree_commit: 'Ich täte es nicht; ich trage es mit.',
    block: 'So, wie es dasteht, darf es nicht geschehen.', pass: 'Nicht betroffen, entscheidet ohne mich.',
  },
  mine: (stance: Stance) => YOURS[stance],
  asked: (team: string) => `${team} ist gefragt.`,
  question: 'Wie stehst du zu diesen Worten?',
  heard: (team: string) => `${team} wurde gehört.`,
  noSeat: (team: string) => `${team} ist hier nicht gefragt. Du kannst trotzdem Stellung nehmen; ein Einwand wiegt voll.`,
  yours: (stance: Stance, team: string, when: string) => `${YOURS[stance]}, für ${team}${when === '' ? '' : ` (${when})`}.`,
  change: 'Eine andere Haltung tritt an ihre Stelle.',
  earlierWording: 'Du hast zu einem früheren Wortlaut Stellung genommen. Das hat sich seitdem geändert:',
  decider: 'Du entscheidest hier: Mit deiner Zustimmung und den Gründen ist es entschieden, auch gegen Einwände.',
  reasonFor: {
    agree: 'Warum? (kann leer bleiben)', concerns: 'Was soll im Blick bleiben?', disagree_commit: 'Was spricht dagegen?',
    block: 'Was muss anders werden?', pass: 'Warum? (kann leer bleiben)',
  },
  reasonAsked: 'Sag warum, damit die anderen etwas tun können. Auf einen Einwand ohne Grund kann niemand eingehen.',
  noReason: (stance: Stance) => `${NAMES[stance]}, ohne Grund`,
  changedWhileWriting: 'Die Worte haben sich geändert, während du geschrieben hast. Deine Haltung gilt diesen:',
  cancel: 'Abbrechen',
  sending: 'Wird gesendet',
  guest: 'Du bist Gast auf dieser Tafel: Gäste tragen Hintergrund bei, Mitglieder nehmen Stellung.',
  reader: 'Du kannst lesen, nicht ändern.',
  noTeam: 'Wähl zuerst dein Team; Stellung nimmst du für ein Team.',
  chooseTeam: 'Wähl dein Team',
  retired: 'Das ist erledigt: nicht mehr wichtig. Niemand ist gefragt.',
  waiting: (stance: Stance, team: string) => `${YOURS[stance]}, für ${team}.`,
  waitingWhy: 'Das wartet hier, bis es gesendet wird, für den Wortlaut, den du gesehen hast.',
  waitingRefused: (sentence: string) => `Der Server hat es nicht angenommen, es bleibt hier. ${sentence}`,
  waitingWording: 'Die Worte lauten jetzt anders:',
  dropWaiting: 'Nicht senden',
  undo: 'Rückgängig',
  takenBack: 'Zurückgenommen: Deine Haltung von vorher gilt wieder',
  failed: (sentence: string) => `Deine Haltung wurde nicht gespeichert. ${sentence}`,
}

export const roundWords: typeof english.roundWords = {
  title: 'Wer mitredet',
  none: 'Noch ist niemand gefragt. Frag die Teams, die es betrifft.',
  tile: (team, said) => `${team}: ${said}`,
  said: {
    agree: 'Stimmt zu', concerns: 'Stimmt zu, mit Bedenken', disagree_commit: 'Dagegen, trägt es mit', block: 'Blockiert', pass: 'Enthält sich',
    earlier: 'Auf frühere Worte gehört', quiet: 'Noch nicht gehört',
  },
  who: {
    agree: (who: string) => `${who} stimmt zu`, concerns: (who: string) => `${who} stimmt zu, mit Bedenken`, disagree_commit: (who: string) => `${who} ist dagegen, trägt es mit`,
    block: (who: string) => `${who} blockiert`, pass: (who: string) => `${who} enthält sich`,
  },
  youCan: (team: string) => `Du kannst für ${team} Stellung nehmen`,
  stood: (stance: Stance) => `Damals: ${NAMES[stance]}`,
}

export const outcomeWords: typeof english.outcomeWords = {
  nobody: 'Offen: Niemand ist gefragt, und niemand hat Stellung genommen.',
  silent: (teams: readonly string[]) => `Offen: ${listOf(teams)} ${teams.length === 1 ? 'wurde' : 'wurden'} noch nicht gehört. Schweigen ist kein Ja.`,
  reopened: (teams: readonly string[]) => `Wieder offen: Die Worte haben sich geändert, seit ${listOf(teams)} Stellung ${teams.length === 1 ? 'nahm' : 'nahmen'}.`,
  silentToo: (teams: readonly string[]) => `${listOf(teams)} ${teams.length === 1 ? 'wurde' : 'wurden'} noch gar nicht gehört.`,
  passed: 'Offen: Niemand stimmt zu. Enthaltungen entscheiden nichts.',
  blocked: (who: readonly string[]) => `Blockiert von ${listOf(who)}.`,
  dissent: (who: readonly string[]) => `Entschieden. ${listOf(who)} ${who.length === 1 ? 'ist dagegen und trägt es mit' : 'sind dagegen und tragen es mit'}; das bleibt festgehalten.`,
  concerns: (who: readonly string[]) => `Einig. ${listOf(who)} ${who.length === 1 ? 'hat' : 'haben'} Bedenken; sie bleiben festgehalten.`,
  agreed: 'Alle Gefragten stimmen zu.',
  directed: (who: string) => `Von ${who} allein entschieden, mit den genannten Gründen.`,
  overBlock: (who: string, blockers: readonly string[]) => `Gegen einen Einwand entschieden: ${who} hat entschieden, ${listOf(blockers)} ${blockers.length === 1 ? 'blockiert' : 'blockieren'} es. Beides bleibt festgehalten.`,
  reviewDue: (day: string) => `Die Prüfung war fällig: ${day}. Es gilt, bis jemand neu Stellung nimmt.`,
  retired: 'Erledigt: nicht mehr wichtig.',
  rationale: 'Die Gründe',
  notExamined: 'Einig, nicht geprüft: Darunter ist keine Annahme aufgeschrieben. Es gibt immer welche.',
  notExaminedYet: 'Nichts geprüft: Darunter ist keine Annahme aufgeschrieben. Es gibt immer welche.',
  review: (day: string) => `Es gilt bis zur Prüfung, ${day}.`,
  directive: (missing: readonly ('decider' | 'rationale' | 'agreement')[], who: string) =>
    `Hier entscheidet eine Person. Es fehlt noch: ${listOf(missing.map((one) => ({ decider: 'wer entscheidet', rationale: 'die Gründe', agreement: `die Zustimmung von ${who}` })[one]))}.`,
  somebody: 'Jemand',
  from: (name: string, team: string) => (team === '' ? name : `${name} (${team})`),
}

export const stanceHistoryWords: typeof english.stanceHistoryWords = {
  took: {
    agree: (who: string, team: string) => [who, `hat für ${team} zugestimmt`] as const,
    concerns: (who: string, team: string) => [who, `hat für ${team} zugestimmt, mit Bedenken`] as const,
    disagree_commit: (who: string, team: string) => [who, `war für ${team} dagegen und trägt es mit`] as const,
    block: (who: string, team: string) => [who, `hat es für ${team} blockiert`] as const,
    pass: (who: string, team: string) => [who, `hat sich für ${team} enthalten`] as const,
  },
  lapsed: (n: number) => `${n} ${n === 1 ? 'Haltung gilt' : 'Haltungen gelten'} nicht mehr.`,
}

export const boxWords: typeof english.boxWords = {
  label: (title: string) => `Deine Haltung zu „${title}“`,
}
