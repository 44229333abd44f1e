// Sentences of pages and parts that are fetched when somebody comes to them: an empty board, another device.
import { translated } from '../language/translated.ts'

export const firstRunWords = translated('app.firstRunWords', {
  label: 'Empty board',
  heading: 'Dashed means we only believe it.',
  intro: 'Write down what you take for granted. Ask who depends on it. Watch the line close.',
  example: 'We can launch on 1 March.',
  steps: [
    { title: 'Say it', text: 'Nobody has confirmed it' },
    { title: 'Ask', text: 'Legal has not been heard yet' },
    { title: 'Know it', text: 'Solid, until someone edits it' },
  ],
  teams: [{ code: 'SA', name: 'Sales' }, { code: 'SU', name: 'Support' }, { code: 'LE', name: 'Legal' }],
  unconfirmed: (n: number) => `Unconfirmed · ${n} of 3`,
  confirmed: 'Confirmed · 3 of 3',
  goal: 'First, what is this board for?',
  write: 'Write the goal',
})

export const deviceWords = translated('app.deviceWords', {
  title: 'Make this device yours',
  opening: 'Opening',
  text: 'This device becomes the same person on every board of this server.',
  go: 'Yes, this is me',
  failed: (sentence: string) => `This device is as it was. ${sentence}`,
  noToken: 'The link is incomplete. Make a new one on the other device: More, Open on another device.',
  home: 'To your boards',
})
