// German: what freshness, drift and the taking of a baseline say.
import type * as english from './words.ts'

export const freshWords: typeof english.freshWords = {
  title: 'Was gilt',
  notInDate: 'Was nicht oder nicht mehr gilt',
  more: (count) => `Und ${count} weitere.`,
}

export const driftWords: typeof english.driftWords = {
  title: 'Seit einem festgehaltenen Stand',
  choose: 'Vergleichen mit',
  with: (baseline) => `Verglichen mit: ${baseline}`,
  baseline: (name, day, who) => [name, day, who].filter((part) => part !== '').join(' · '),
  none: 'Noch ist kein Stand festgehalten. Ein festgehaltener Stand merkt sich, was jede Karte heute ist. So kann die Tafel in drei Monaten sagen, was nicht mehr gilt.',
  same: 'Seither hat sich nichts verschoben.',
  slipped: 'Gilt nicht mehr',
  gained: 'Gilt jetzt',
  added: 'Dazugekommen',
  removed: 'Weggefallen',
}

export const takeWords: typeof english.takeWords = {
  take: 'Stand festhalten',
  name: 'Name des Stands',
  placeholder: 'Etwa „Anfang Q1“',
  hint: 'Merkt sich mit deinem Namen und dem Tag, was jedes Ziel, jede Annahme, jedes Risiko, jede Entscheidung und jeder Vorschlag jetzt ist. Das wird nie geändert. Die Standortbestimmung beginnt von da an neu; frühere Stände bleiben hier zum Vergleichen.',
  only: 'Einen Stand hält die Leitung oder Moderation fest.',
  failed: (why) => `Es wurde kein Stand festgehalten. ${why}`,
}
