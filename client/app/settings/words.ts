// What the settings of this browser say. Languages are named in themselves, so that everybody finds theirs.
import { translated } from '../../language/translated.ts'

export const settingsWords = translated('settings.settingsWords', {
  title: 'Settings',
  intro: 'They hold for this browser.',
  language: 'Language',
  ofBrowser: (name: string) => `As the browser (${name})`,
  languages: { en: 'English', de: 'Deutsch' },
  reloads: 'The page is loaded again; nothing is lost.',
  theme: 'Colours',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
  singles: 'Keys of a single letter',
  singlesHint: 'Y confirms, A adds a card, J goes on. Switch them off if keys are pressed without your wanting it. All other keys stay.',
})
