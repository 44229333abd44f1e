// German: what is said of the steps of a proposal.
import { listOf } from '../../language/lists.ts'
import type * as english from './words.ts'

export const stepWords: typeof english.stepWords = {
  step: (n) => `Stufe ${n}`,
  none: 'Noch keine Stufen.',
  all: (count) => (count === 1 ? 'Die einzige Stufe ist erreicht.' : `Alle ${count} Stufen sind erreicht.`),
  level: (level, count) => (level === 0 ? `Von ${count} ${count === 1 ? 'Stufe' : 'Stufen'} ist keine erreicht.` : `${level} von ${count} Stufen ${level === 1 ? 'ist' : 'sind'} erreicht.`),
  next: (name) => `Als Nächstes, für „${name}“`,
  empty: (name) => `Niemand hat gesagt, was „${name}“ braucht: so ist es nie erreicht.`,
  later: 'Alle Stufen',
  of: (met, all) => `${met} von ${all}`,
  reached: 'erreicht',
  met: 'Erfüllt',
  notMet: 'Nicht erfüllt',
  needs: (asked) => `nötig: ${asked}`,
  nowIs: (state) => `jetzt: ${state}`,
  gone: 'weg',
  unrated: 'nicht eingeschätzt',
  exposure: (exposure) => `Gefährdung ${exposure}`,
  unknown: 'dieser Version unbekannt',
  missing: (asked, title) => `${title} (${asked})`,
  nextIs: (missing) => `Als Nächstes: ${listOf(missing)}.`,
  noProposals: 'Auf dieser Tafel gibt es keinen Vorschlag.',
  noProposalsHint: 'Ein Vorschlag hat Stufen, die kleinste zuerst. Jede sagt, was gelten muss, und die Tafel prüft es.',
  edit: (title) => `Stufen von „${title}“ ändern`,
  editShort: 'Stufen ändern',
  most: (title) => `Höchste Gefährdung für „${title}“`,
  earlier: (name) => `„${name}“ eine Stufe früher`,
}
