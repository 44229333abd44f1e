// In which language a board writes its agenda where no reader has chosen one: the one that is asked for, else the board's
// own, else English.
import { agendaEnglish, type AgendaWords } from './agenda-english.ts'
import { agendaGerman } from './agenda-german.ts'

export const AGENDA_LANGUAGES = ['en', 'de'] as const
export type AgendaLanguage = (typeof AGENDA_LANGUAGES)[number]

const WORDS: Readonly<Record<AgendaLanguage, AgendaWords>> = { en: agendaEnglish, de: agendaGerman }

/** `language`: a tag such as "de" or "de-AT", of the board or of whoever asks; any other is English. */
export function agendaWordsFor(language: string): AgendaWords {
  const spoken = language.toLowerCase().split(/[-_]/)[0]
  return WORDS[AGENDA_LANGUAGES.find((one) => one === spoken) ?? 'en']
}
