// What the text editors say: names of fields and buttons, and why a change was not taken.
import { numberInWords } from '../language/numbers.ts'
import { translated } from '../language/translated.ts'

export const words = translated('editor.words', {
  title: 'Statement',
  body: 'More words',
  formatting: 'Formatting',
  bold: 'Bold',
  italic: 'Italic',
  bulletList: 'List',
  orderedList: 'Numbered list',
  code: 'Code',
  link: 'Link',
  linkField: 'Address of the link',
  setLink: 'Set link',
  removeLink: 'Remove link',
  badLink: 'A link starts with https://, http:// or mailto:',
  full: (most: number): string => `There is room for ${numberInWords(most)} characters here. The rest was left out.`,
  edit: (field: string): string => `Edit: ${field}`,
  failed: 'The text editor could not be loaded. Check the connection and try again.',
  somebody: 'Somebody',
})
