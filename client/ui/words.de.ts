// Die Wörter der Bausteine auf Deutsch.
import type { Look, Stance } from './looks.ts'
import type { words as english } from './words.ts'

const STANCES: Record<Stance, string> = { yes: 'bestätigt', no: 'bestreitet es', was: 'hat einen früheren Wortlaut bestätigt', unsure: 'unsicher', quiet: 'noch nicht gehört' }
const LOOKS: Record<Look, string> = { unconfirmed: 'unbestätigt', stale: 'neu zu bestätigen', disputed: 'umstritten', refuted: 'widerlegt', confirmed: 'bestätigt', retired: 'erledigt' }

export const words: typeof english = {
  anonymous: 'Anonym',
  close: 'Schließen',
  dismiss: 'Ausblenden',
  menu: 'Menü',
  notices: 'Hinweise',
  optional: 'freiwillig',
  removed: 'entfernt: ',
  added: 'hinzugefügt: ',
  unchanged: 'Kein Wort wurde geändert.',
  stance: (team: string, stance: Stance): string => `${team}: ${STANCES[stance]}`,
  look: (look: Look): string => LOOKS[look],
  count: (count: number, look: Look): string => `${count} ${LOOKS[look]}`,
}
