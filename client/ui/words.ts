// Every word that the elements of ui/ say by themselves.
import type { Look, Stance } from './looks.ts'
import { translated } from '../language/translated.ts'

const STANCES: Record<Stance, string> = { yes: 'confirmed', no: 'disputes it', was: 'confirmed an earlier wording', unsure: 'unsure', quiet: 'not yet heard' }
const LOOKS: Record<Look, string> = { unconfirmed: 'unconfirmed', stale: 'need re-confirming', disputed: 'disputed', refuted: 'refuted', confirmed: 'confirmed', retired: 'retired' }

export const words = translated('ui.words', {
  anonymous: 'Anonymous',
  close: 'Close',
  dismiss: 'Dismiss',
  menu: 'Menu',
  notices: 'Notices',
  optional: 'optional',
  removed: 'removed: ',
  added: 'added: ',
  unchanged: 'No words changed.',
  stance: (team: string, stance: Stance): string => `${team}: ${STANCES[stance]}`,
  look: (look: Look): string => LOOKS[look],
  count: (count: number, look: Look): string => `${count} ${count === 1 && look === 'stale' ? 'needs re-confirming' : LOOKS[look]}`,
})
