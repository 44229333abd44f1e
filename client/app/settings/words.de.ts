// Was die Einstellungen dieses Browsers sagen, auf Deutsch.
import type { settingsWords as english } from './words.ts'

export const settingsWords: typeof english = {
  title: 'Einstellungen',
  intro: 'Sie gelten für diesen Browser.',
  language: 'Sprache',
  ofBrowser: (name: string) => `Wie der Browser (${name})`,
  languages: { en: 'English', de: 'Deutsch' },
  reloads: 'Die Seite wird neu geladen; nichts geht verloren.',
  theme: 'Farben',
  themes: { system: 'Wie das System', light: 'Hell', dark: 'Dunkel' },
  singles: 'Tasten mit einem einzelnen Buchstaben',
  singlesHint: 'Y bestätigt, A legt eine Karte an, J geht weiter. Schalt sie aus, wenn Tasten ohne deine Absicht gedrückt werden. Alle anderen Tasten bleiben.',
}
