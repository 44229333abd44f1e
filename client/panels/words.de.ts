// Was die Seitenflächen einer Tafel sagen, auf Deutsch.
import type { EvidenceKind, LinkType, Verdict } from '../../shared/board/records.ts'
import type { Right } from '../../shared/protocol/rights.ts'
import type { Seat } from '../../shared/rules/judgements.ts'
import { listOf } from '../language/lists.ts'
import type { Look } from '../ui/looks.ts'
import type * as english from './words.ts'

const LOOKS: Readonly<Record<Look, string>> = {
  unconfirmed: 'unbestätigt', stale: 'neu zu bestätigen', disputed: 'umstritten', refuted: 'widerlegt', confirmed: 'bestätigt', retired: 'erledigt',
}

const YOURS: Readonly<Record<Verdict, string>> = { confirm: 'Du hast das bestätigt', refute: 'Du bestreitest das', unsure: 'Du bist unsicher', withdraw: 'Du hast deine Antwort zurückgezogen' }

export const inspectorWords: typeof english.inspectorWords = {
  label: (kind: string) => `${kind}: Einzelheiten`,
  copyLink: 'Link zu dieser Karte kopieren',
  copied: 'Link kopiert',
  copyFailed: 'Der Browser hat das Kopieren nicht erlaubt. Der Link steht in der Adresszeile.',
  more: 'Mehr',
  close: 'Einzelheiten schließen',
  raise: 'Mehr von den Einzelheiten zeigen',
  lower: 'Weniger von den Einzelheiten zeigen',
  delete: 'Karte löschen',
  retire: 'Als erledigt ablegen: nicht mehr wichtig',
  unretire: 'Wieder aufnehmen',
  statement: 'Aussage',
  body: 'Mehr dazu',
  bodyPlaceholder: 'Schreib dazu, was es genauer macht',
  titlePlaceholder: 'Sag es in einem Satz',
  changesMeaning: 'Jede Änderung der Worte fragt alle neu',
  gone: 'Diese Karte wurde gelöscht.',
  restore: 'Zurückholen',
  restOnIt: (n: number) => (n === 1 ? 'beruht darauf' : 'beruhen darauf'),
  loadBearing: 'Tragend: Sie braucht Belege, nicht nur Meinungen.',
  untitled: 'Noch nichts geschrieben',
  pausing: (n: number) => `${n} ${n === 1 ? 'Bestätigung ruht' : 'Bestätigungen ruhen'}, wenn sich diese Worte ändern.`,
}

export const answerWords: typeof english.answerWords = {
  label: 'Deine Antwort',
  depends: (team: string) => `${team} ist darauf angewiesen.`,
  teamConfirmed: (team: string) => `${team} hat das bestätigt.`,
  question: 'Stimmt das, soweit du weißt?',
  noSeat: (team: string) => `${team} ist hier nicht gefragt. Du kannst trotzdem antworten; ein Einspruch wiegt voll.`,
  author: 'Du hast diese Worte geschrieben, also muss auch jemand anderes sie bestätigen.',
  needsEvidence: 'Tragend: Eine Bestätigung braucht einen Beleg, der keine Meinung ist.',
  confirm: 'Bestätigen',
  confirmAgain: 'Neu bestätigen',
  forTeam: (team: string) => ` für ${team}`,
  dispute: 'Bestreiten',
  unsure: 'Unsicher',
  withdraw: 'Zurückziehen',
  addEvidence: 'Beleg hinzufügen',
  cancel: 'Abbrechen',
  disputeReason: 'Was weißt du, das dagegen spricht?',
  unsureReason: 'Was macht dich unsicher? (kann leer bleiben)',
  reasonAsked: 'Sag warum, damit die anderen etwas tun können. Ohne einen Grund kann niemand deinen Einspruch abwägen.',
  noReason: 'Ohne Grund bestreiten',
  yours: YOURS,
  yourAnswer: (verdict: Verdict, team: string, when: string) => `${YOURS[verdict]}, für ${team}, ${when}.`,
  earlierWording: 'Du hast auf einen früheren Wortlaut geantwortet. Das hat sich seitdem geändert:',
  expired: 'Deine Bestätigung ist abgelaufen.',
  changedMeanwhile: 'Die Worte haben sich geändert, während du geantwortet hast. Deine Antwort gilt für die Worte, die du gesehen hast. Geändert hat sich:',
  guest: 'Du bist Gast auf dieser Tafel: Gäste tragen Hintergrund bei, Mitglieder antworten.',
  reader: 'Du kannst lesen, nicht ändern.',
  noTeam: 'Wähl zuerst dein Team; eine Antwort gilt für ein Team.',
  chooseTeam: 'Wähl dein Team',
  undo: 'Rückgängig',
  failed: (sentence: string) => `Deine Antwort wurde nicht gespeichert. ${sentence}`,
  takenBack: 'Zurückgenommen',
  sending: 'Wird gesendet',
  retired: 'Diese Annahme ist erledigt: nicht mehr wichtig. Niemand ist gefragt.',
}

export const evidenceWords: typeof english.evidenceWords = {
  title: 'Belege',
  none: 'Noch keine. Ein Versuch, eine Zahl oder ein Dokument sagt mehr als eine Meinung.',
  kind: 'Art des Belegs',
  note: 'Was zeigt er?',
  url: 'Link (kann leer bleiben)',
  badUrl: 'Ein Link beginnt mit https:// oder http://',
  noteMissing: 'Sag in ein paar Worten, was er zeigt.',
  kinds: {
    test: 'Versuch', data: 'Zahlen', observation: 'Beobachtung', document: 'Dokument', commitment: 'Zusage', expert: 'Fachwissen', opinion: 'Meinung',
  } satisfies Record<EvidenceKind, string>,
  opinionHint: 'Eine Meinung wird gehört, aber sie hält keine tragende Annahme.',
  supports: 'Stützt',
  weakens: 'Schwächt',
  earlier: 'früherer Wortlaut',
}

export const seatWords: typeof english.seatWords = {
  title: 'Wer darauf angewiesen ist',
  none: 'Noch niemand. Frag ein Team, oder zieh eine Verbindung von dem, was darauf beruht.',
  said: {
    confirmed: 'Bestätigt', refuted: 'Bestreitet es', unsure: 'Unsicher', expired: 'Abgelaufen', earlier_text: 'Hat frühere Worte bestätigt', not_heard: 'Noch nicht gehört',
  } satisfies Record<Seat, string>,
  answeredEarlier: 'Hat auf frühere Worte geantwortet',
  youCanAnswer: (team: string) => `Du kannst für ${team} antworten`,
  asked: (when: string) => `Gefragt ${when}. Schweigen ist kein Ja.`,
  notAsked: 'Noch nicht gefragt',
  by: (who: string, when: string) => (when === '' ? who : `${who}, ${when}`),
  who: { confirm: (who: string) => `${who} bestätigt`, refute: (who: string) => `${who} bestreitet es`, unsure: (who: string) => `${who} ist unsicher`, withdraw: (who: string) => who } satisfies Record<Verdict, (who: string) => string>,
  ask: 'Fragen',
  askAgain: 'Noch einmal fragen',
  askTeam: (team: string) => `${team} fragen`,
  askTeamAgain: (team: string) => `${team} noch einmal fragen`,
  addTeam: 'Ein weiteres Team fragen',
  allAsked: 'Alle Teams sind schon gefragt',
  relieve: (team: string) => `${team} nicht mehr fragen`,
  because: (titles: readonly string[]) => `Wegen ${listOf(titles.map((title) => `„${title}“`))}`,
  failed: (sentence: string) => `Niemand wurde gefragt. ${sentence}`,
  others: 'Auch gehört',
  noReason: 'Kein Grund genannt',
  changed: 'Was sich seitdem geändert hat',
  unknownPerson: 'Jemand, der nicht mehr da ist',
}

export const fieldWords: typeof english.fieldWords = {
  title: 'Angaben',
  empty: 'Leer',
  nobody: 'Niemand',
  noTeam: 'Kein Team',
  noCard: 'Keine Karte',
  unknownTeam: (id: string) => `Unbekanntes Team (${id})`,
  unknownPerson: (id: string) => `Unbekannte Person (${id})`,
  yes: 'Ja',
  no: 'Nein',
  outOfRange: (min: number, max: number) => `Eine ganze Zahl von ${min} bis ${max}.`,
  moreFields: 'Weitere Angaben',
  label: {
    forWhom: 'Für wen', criterion: 'Gemessen an', notDoing: 'Nicht dabei', why: 'Warum', horizon: 'Zeitraum', level: 'Ebene', northStar: 'Leitstern',
    shared: 'Gilt für alle Teams', signpost: 'Achte auf', reviewBy: 'Prüfen bis', team: 'Team', owner: 'Kümmert sich', due: 'Fällig', importance: 'Bedeutung',
    quorum: 'Wer bestätigen muss', validDays: 'Gilt für Tage', likelihood: 'Wahrscheinlichkeit', impact: 'Wirkung', materialised: 'Es ist eingetreten', accepted: 'Hingenommen',
    decider: 'Entschieden von', mode: 'Wie', rationale: 'Gründe', asks: 'Fragt nach', answer: 'Antwort', done: 'Fertig', what: 'Was', strategy: 'Vorgehen',
    workaroundFor: 'Behelf für', removeBy: 'Entfernen bis', definition: 'Bestimmung', counts: 'Zählt', lens: 'Gesehen als', give: 'Wir geben',
    giveMetric: 'In ihrem Maß', get: 'Wir bekommen', toTeam: 'Mit Team', appliesWhen: 'Gilt, wenn', notWhen: 'Nicht, wenn', sign: 'Zeichen für', role: 'Rolle', notes: 'Notizen',
  },
  labelOf: { 'assumption.criterion': 'Woran man es erkennt', 'metric.shared': 'Mehreren Teams gemeinsam' },
  hint: {
    notes: 'Notizen fragen nie jemanden neu.',
    criterion: 'Teil der Aussage: Eine Änderung fragt alle neu.',
  },
  choice: {
    'importance.': 'Normal', 'importance.high': 'Hoch: braucht immer Belege', 'quorum.': 'Wie die Tafel es sagt', 'quorum.all': 'Jedes gefragte Team',
    'quorum.majority': 'Mehr als die Hälfte der Teams', 'mode.': 'Gemeinsam', 'mode.directive': 'Eine Person entscheidet', 'asks.': 'Nicht gesagt', 'asks.what': 'Was', 'asks.why': 'Warum',
    'asks.who': 'Wer', 'asks.how': 'Wie', 'asks.when': 'Wann', 'counts.': 'Nicht gesagt', 'counts.output': 'Leistung', 'counts.outcome': 'Ergebnis',
    'strategy.': 'Keins von beiden', 'strategy.shape': 'Wahr machen', 'strategy.hedge': 'Vorsorgen, falls es nicht stimmt',
  },
  scale: ['', 'sehr niedrig', 'niedrig', 'mittel', 'hoch', 'sehr hoch'],
}

export const linkWords: typeof english.linkWords = {
  restsOn: 'Worauf sie beruht',
  restsOnIt: 'Was darauf beruht',
  others: 'Weitere Verbindungen',
  add: 'Verbindung hinzufügen',
  type: 'Art der Verbindung',
  card: 'Zu welcher Karte?',
  search: 'Schreib ein paar Buchstaben davon',
  noMatch: 'Keine Karte enthält diese Buchstaben',
  cancel: 'Abbrechen',
  state: (look: Look) => LOOKS[look],
  remove: (title: string) => `Verbindung mit ${title} entfernen`,
  added: 'Verbindung hinzugefügt',
  undo: 'Rückgängig',
  removedCard: 'Gelöschte Karte',
  out: {
    rests_on: 'Beruht auf', depends_on: 'Braucht', if_false: 'Wenn falsch, dann', threatens: 'Bedroht', serves: 'Dient', mitigates: 'Mildert', settles: 'Klärt',
    about: 'Handelt von', because: 'Wegen', conflicts_with: 'Widerspricht', needed_for: 'Wird gebraucht für', tests: 'Prüft', pays_for: 'Bezahlt', echoes: 'Wiederholt',
    evidence_for: 'Spricht für', evidence_against: 'Spricht gegen', under_arrow: 'Erklärt', excluded_from: 'Ist ausgeschlossen von', worsens: 'Verschlimmert',
  } satisfies Record<LinkType, string>,
  back: {
    rests_on: 'Trägt', depends_on: 'Wird gebraucht von', if_false: 'Folgt, wenn das falsch ist', threatens: 'Wird bedroht von', serves: 'Dazu dient', mitigates: 'Wird gemildert von',
    settles: 'Wird geklärt von', about: 'Davon handelt', because: 'Ist der Grund für', conflicts_with: 'Widerspricht', needed_for: 'Braucht', tests: 'Wird geprüft von', pays_for: 'Wird bezahlt von',
    echoes: 'Wird wiederholt von', evidence_for: 'Wird gestützt von', evidence_against: 'Wird geschwächt von', under_arrow: 'Wird erklärt von', excluded_from: 'Schließt aus', worsens: 'Wird verschlimmert von',
  } satisfies Record<LinkType, string>,
}

export const historyWords: typeof english.historyWords = {
  title: 'Verlauf',
  wrote: (who: string) => [who, 'hat das geschrieben'] as const,
  edited: (who: string) => [who, 'hat die Worte zuletzt geändert'] as const,
  answered: {
    confirm: (who: string, team: string) => [who, `hat für ${team} bestätigt`] as const,
    refute: (who: string, team: string) => [who, `hat es für ${team} bestritten`] as const,
    unsure: (who: string, team: string) => [who, `war für ${team} unsicher`] as const,
    withdraw: (who: string) => [who, 'hat die Antwort zurückgezogen'] as const,
  } satisfies Record<Verdict, (who: string, team: string) => readonly [string, string]>,
  asked: (who: string, team: string) => [who, `hat ${team} gefragt`] as const,
  onEarlier: 'bei früheren Worten',
  noTeam: 'kein Team',
  showAll: (n: number) => `${n} frühere zeigen`,
  unknown: 'Jemand',
}

export const standingWords: typeof english.standingWords = {
  sound: 'Alles, worauf sie beruht, ist bestätigt.',
  unexamined: 'Darunter ist keine Annahme aufgeschrieben. Es gibt immer welche.',
  missing: { what: 'was', who: 'für wen', measure: 'woran gemessen', not: 'was ihr nicht tut', why: 'warum' },
  missingList: (slots: readonly string[]) => `Noch nicht gesagt: ${listOf(slots)}.`,
}

export const shareWords: typeof english.shareWords = {
  title: 'Diese Tafel teilen',
  intro: 'Wer einen Link hat, hat sein Recht. Gib jeder Gruppe das kleinste, das genügt.',
  right: {
    embed: 'Einbetten', view: 'Lesen', contribute: 'Hintergrund beitragen', edit: 'Bearbeiten und antworten', own: 'Leiten',
  } satisfies Record<Right, string>,
  allows: {
    embed: 'Zeigt die Tafel in einer anderen Seite. Ohne Personen und Kommentare.',
    view: 'Liest die Tafel. Ändert nichts und gibt keinen Namen an.',
    contribute: 'Liest, trägt als Gast Hintergrund bei und kommentiert. Antworten zählen nicht.',
    edit: 'Ändert die Tafel und antwortet für ein Team.',
    own: 'Alles: auch Links, Rollen, Personen entfernen und die Tafel löschen.',
  } satisfies Record<Right, string>,
  make: 'Link machen',
  makeRight: 'Was er erlaubt',
  makeName: 'Für wen? (ein Name für diese Liste)',
  namePlaceholder: 'Zum Beispiel: Team Vertrieb',
  once: 'Kopier ihn jetzt: Er wird nur dieses eine Mal gezeigt. Tacit behält nur einen Fingerabdruck davon.',
  copy: 'Kopieren',
  copiedShort: 'Kopiert',
  copyOne: (right: string) => `Link kopieren: ${right}`,
  copyFailed: 'Der Browser hat das Kopieren nicht erlaubt. Markier den Link und kopier ihn von Hand.',
  revoke: 'Sperren',
  revokeOne: (name: string) => `${name} sperren`,
  confirmRevoke: (name: string) => `„${name}“ sperren? Wer damit gekommen ist, verliert die Tafel sofort, und der Link kommt nicht wieder.`,
  keep: 'Behalten',
  links: 'Links dieser Tafel',
  unnamed: 'Link ohne Namen',
  made: (when: string) => `gemacht ${when}`,
  isRevoked: 'gesperrt',
  ownersOnly: 'Links macht, wer die Tafel leitet. Frag dort nach, oder gib den Link weiter, mit dem du gekommen bist.',
  owners: (names: readonly string[]) => `Leitung: ${listOf(names)}`,
  failed: (sentence: string) => `Die Links konnten nicht gelesen werden. ${sentence}`,
  notMade: (sentence: string) => `Es entstand kein Link. ${sentence}`,
  notRevoked: (sentence: string) => `Der Link gilt noch. ${sentence}`,
  again: 'Noch einmal',
  loading: 'Links werden gelesen',
  fresh: 'Deine Tafel hat vier Links. Sie werden nur dieses eine Mal gezeigt: Kopier, was du brauchst, vor allem den, mit dem man die Tafel leitet.',
  url: (right: string) => `Link: ${right}`,
}
