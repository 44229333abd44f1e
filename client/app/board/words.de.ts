// Was der Rahmen einer Tafel sagt, auf Deutsch.
import type { filterWords as englishFilter, partWords as englishParts, turnWords as englishTurn, viewWords as englishView } from './words.ts'

const annahmen = (n: number): string => `${n} ${n === 1 ? 'Annahme' : 'Annahmen'}`

export const filterWords: typeof englishFilter = {
  label: (n) => `Stand der Abstimmung: ${annahmen(n)}. Nach Stand filtern.`,
  keyFor: { unconfirmed: '1', stale: '2', disputed: '3', refuted: '4', confirmed: '5', retired: '' },
  notHeardMenu: 'Teams, die noch nie gehört wurden',
  anyTeam: 'Irgendeines davon',
  allHeard: 'Jedes gefragte Team hat schon etwas gesagt',
  waitFor: (n) => `${annahmen(n)} ${n === 1 ? 'wartet' : 'warten'} darauf`,
  team: (name) => `Team: ${name}`,
  found: (text) => `Mit „${text}“`,
  takeOut: (what) => `Aus dem Filter nehmen: ${what}`,
  clear: 'Alles zeigen',
  none: 'Alles wird gezeigt',
  shown: (n) => (n === 0 ? 'Keine Karte passt' : `${n} ${n === 1 ? 'Karte passt' : 'Karten passen'}`),
}

export const viewWords: typeof englishView = {
  label: 'Ansicht',
  canvas: 'Fläche',
  ledger: 'Tabelle',
  overview: 'Übersicht',
}

export const turnWords: typeof englishTurn = {
  label: 'Der Reihe nach antworten',
  progress: (at, of) => `${at} von ${of}`,
  waits: (team) => `wartet auf ${team}`,
  skip: 'Überspringen',
  stop: 'Aufhören',
  finished: (answered, skipped) => (skipped === 0 ? `Fertig: ${answered === 1 ? 'die eine, die gewartet hat, ist' : `alle ${answered}, die gewartet haben, sind`} beantwortet.` : `${answered} beantwortet, ${skipped} übersprungen.`),
  nothing: (team) => `Nichts wartet auf ${team}`,
  noTeam: 'Wähle zuerst dein Team; eine Antwort gilt für ein Team.',
  stopped: 'Antworten der Reihe nach beendet',
}

export const partWords: typeof englishParts = {
  failed: 'Dieser Teil von Tacit konnte nicht geladen werden. Die Tafel ist, wie sie war.',
  again: 'Noch einmal',
  loading: 'Die Tabelle wird geöffnet',
  asked: (teams) => `${teams}: gefragt`,
  nobodyToAsk: 'Alle, die davon abhängen, wurden gehört. Frage ein weiteres Team in den Einzelheiten.',
  notAsked: (sentence) => `Niemand wurde gefragt. ${sentence}`,
}
