// German: what gaps and the load of asks say.
import type * as english from './words.ts'

export const gapWords: typeof english.gapWords = {
  none: 'Es gibt keine Lücke: Alles, was gebraucht wird, liefert jemand rechtzeitig, und keine zwei Karten widersprechen sich.',
  closes: 'Was sie schließt:',
  definitions: 'Beide Definitionen',
  title: 'Lücken',
  more: (count) => `Und ${count} weitere.`,
  noTeam: 'Kein Team',
}

export const askWords: typeof english.askWords = {
  title: 'Worum jedes Team gebeten wird',
  hint: 'Alles, was andere Teams von einem brauchen, nebeneinander. Was nichts über Kunden sagt, steht vorn.',
  none: 'Noch braucht kein Team etwas von einem anderen.',
  of: (asks, teams) => `${asks} Anliegen von ${teams} ${teams === 1 ? 'Team' : 'Teams'}`,
  latest: (day) => `das letzte bis ${day}`,
  unknownCustomers: (count) => `${count} ${count === 1 ? 'sagt' : 'sagen'} nichts über Kunden`,
  takes: (amount) => `Kostet: ${amount}`,
  by: (day) => `bis ${day}`,
  noDay: 'ohne Tag',
  outcome: 'Für Kunden',
  noOutcome: 'Niemand hat gesagt, was sie davon haben',
  needs: 'braucht',
  serves: 'Für',
  nothingSaid: 'Niemand hat gesagt, was gebraucht wird',
}
