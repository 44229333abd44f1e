// Was die Tastenhilfe sagt, auf Deutsch.
import type { KeyGroup, KeyId, KeyPlace } from '../../ui/key-map.ts'
import type { helpWords as english } from './words.ts'

export const helpWords: typeof english = {
  title: 'Alle Tasten',
  intro: 'Sie gelten, solange der Fokus auf der Tafel oder in der Tabelle ist, nie während du schreibst.',
  singlesOff: 'Tasten mit einem einzelnen Buchstaben sind ausgeschaltet.',
  toSettings: 'Einstellungen',
  or: 'oder',
  only: { canvas: 'Tafel', ledger: 'Tabelle', overview: 'Übersicht' } satisfies Record<KeyPlace, string>,
  groups: { answer: 'Antworten', go: 'Bewegen', card: 'Karten', view: 'Ansicht', find: 'Suchen und filtern', undo: 'Rückgängig' } satisfies Record<KeyGroup, string>,
  elsewhere: 'Überall',
  region: 'Nächster Teil der Seite, und zurück',
  save: 'Beim Schreiben: die Worte behalten',
  keys: {
    confirm: 'Bestätigen, oder einer Entscheidung zustimmen', dispute: 'Bestreiten, oder eine Entscheidung blockieren', unsure: 'Unsicher, oder zustimmen mit Bedenken', ask: 'Fragen, wer noch nicht gehört ist',
    evidence: 'Beleg hinzufügen', inTurn: 'Der Reihe nach antworten, was auf dich wartet',
    nearest: 'Nächstgelegene Karte', extend: 'Nächstgelegene Karte dazu', ends: 'Erste und letzte Karte', rows: 'Zeile hoch, runter, erste, letzte', fold: 'Gruppe zu- oder aufklappen',
    next: 'Nächste Karte', previous: 'Karte davor', toFoundation: 'Zu dem, worauf sie beruht', toCarried: 'Zu dem, was darauf beruht', open: 'Einzelheiten',
    openRow: 'Einzelheiten', selectRow: 'Zeile auswählen', leave: 'Verlassen, dann abwählen, dann Filter leeren',
    add: 'Karte anlegen, dann ihre Art wählen', edit: 'Worte bearbeiten', move: 'Karte verschieben', moveFar: 'Weiter verschieben', link: 'Verbinden mit dem, worauf sie beruht', why: 'Warum? Einen Grund anlegen', premise: 'Was muss dafür stimmen? Eine Annahme anlegen',
    selectAll: 'Alles auswählen', copy: 'Kopieren', cut: 'Ausschneiden', paste: 'Einfügen', duplicate: 'Verdoppeln', remove: 'Löschen',
    toolSelect: 'Auswählen', toolHand: 'Ansicht schieben', toolFrame: 'Rahmen ziehen', zoomIn: 'Größer', zoomOut: 'Kleiner', fitBoard: 'Ganze Tafel',
    fitSelection: 'Was ausgewählt ist', otherView: 'Tafel oder Tabelle, bei dieser Karte', overview: 'Übersicht, und zurück',
    filterUnconfirmed: 'Nur unbestätigte', filterStale: 'Nur neu zu bestätigende', filterDisputed: 'Nur umstrittene', filterRefuted: 'Nur widerlegte',
    filterConfirmed: 'Nur bestätigte', filterNotHeard: 'Nur noch nicht gehörte', filterNone: 'Alles', find: 'Suchen', findHere: 'Suchen in dem, was zu sehen ist', help: 'Diese Übersicht',
    undo: 'Deine letzte Änderung rückgängig machen', redo: 'Wiederholen',
  } satisfies Record<KeyId, string>,
}
