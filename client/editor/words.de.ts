// Was die Textfelder sagen, auf Deutsch.
import { numberInWords } from '../language/numbers.ts'
import type { words as english } from './words.ts'

export const words: typeof english = {
  title: 'Aussage',
  body: 'Mehr dazu',
  formatting: 'Format',
  bold: 'Fett',
  italic: 'Kursiv',
  bulletList: 'Liste',
  orderedList: 'Nummerierte Liste',
  code: 'Code',
  link: 'Link',
  linkField: 'Adresse des Links',
  setLink: 'Link setzen',
  removeLink: 'Link entfernen',
  badLink: 'Ein Link beginnt mit https://, http:// oder mailto:',
  full: (most: number): string => `Hier ist Platz für ${numberInWords(most)} Zeichen. Der Rest wurde weggelassen.`,
  edit: (field: string): string => `Bearbeiten: ${field}`,
  failed: 'Das Textfeld konnte nicht geladen werden. Prüf die Verbindung und versuch es noch einmal.',
  somebody: 'Jemand',
}
