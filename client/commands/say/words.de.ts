// Was die Tafel auf das antwortet, was Menschen in ihrem Namen sagen, auf Deutsch.
import type { sayWords as englishSay } from './words.ts'

export const sayWords: typeof englishSay = {
  stance: {
    agree: (team: string): string => `Zugestimmt für ${team}`,
    concerns: (team: string): string => `Zugestimmt für ${team}, mit Bedenken`,
    disagree_commit: (team: string): string => `Nicht einverstanden, und von ${team} mitgetragen`,
    block: (team: string): string => `Blockiert für ${team}`,
    pass: (team: string): string => `Enthalten für ${team}`,
  },
  acked: {
    ok: (team: string): string => `Für ${team} geht das`,
    adapting: (team: string): string => `${team} stellt sich darauf ein`,
    problem: (team: string): string => `${team} hat damit ein Problem`,
    yes: (team: string): string => `${team} sagt ja`,
    will_try: (team: string): string => `${team} versucht es`,
    no: (team: string): string => `${team} sagt nein`,
    unclear: (team: string): string => `Für ${team} ist es noch nicht klar`,
  },
  noted: 'Deine Notiz geht mit der Änderung',
  perceived: (team: string): string => `Gesagt über ${team}`,
  perceptionGone: (team: string): string => `Nicht mehr gesagt über ${team}`,
  replied: { right: 'Du sagst: stimmt', partly: 'Du sagst: stimmt zum Teil', wrong: 'Du sagst: stimmt nicht' },
  baseline: (n: number): string => `Wo die Tafel steht, ist festgehalten: ${n} ${n === 1 ? 'Karte' : 'Karten'}`,
  noBaseline: 'Festhalten, wo die Tafel steht, kann nur die Leitung oder Moderation.',
  waits: 'Es wartet hier darauf, gesendet zu werden.',
  overtaken: 'Die Worte haben sich inzwischen geändert. Es gilt für die Worte, die du gesehen hast.',
  gone: 'Das ist nicht mehr auf der Tafel.',
}
