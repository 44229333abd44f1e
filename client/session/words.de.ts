// Was die Verbindung zu Menschen sagt, auf Deutsch.
import type { closeWords as englishClose, fullWords as englishFull, notSavedWords as englishNotSaved, placeWords as englishPlace, serverWords as englishServer, words as english } from './words.ts'

export const words: typeof english = {
  noRight: 'Dein Link zu dieser Tafel erlaubt das nicht mehr.',
  refused: (changes: number): string =>
    changes === 1
      ? 'Der Server hat die letzte Änderung abgelehnt. Deine Worte stehen hier noch zum Kopieren; die Tafel zeigt, was der Server hat.'
      : `Der Server hat die letzten ${changes} Änderungen abgelehnt. Deine Worte stehen hier noch zum Kopieren; die Tafel zeigt, was der Server hat.`,
  wentBack: 'Der Server ist zu einem älteren Stand dieser Tafel zurückgekehrt, in dem diese Worte fehlen.',
  otherPerson: 'Jemand anderes hat sie in diesem Browser gegeben.',
  unreachable: 'Der Server ist nicht erreichbar. Nichts wurde geändert.',
  unreadable: 'Der Server hat etwas Unlesbares geantwortet. Versuch es noch einmal.',
  failed: (status: number): string => `Der Server hat mit ${status} geantwortet.`,
  otherCode: (code: string): string => `Der Server hat das abgelehnt (${code.slice(0, 40)}). Öffne die Seite noch einmal: Vielleicht gibt es eine neuere.`,
  saidByServer: (sentence: string, message: string): string => `${sentence} Er sagt dazu auf Englisch: „${message}“`,
}

export const serverWords: typeof englishServer = {
  not_found: 'Diese Tafel gibt es nicht, oder der Link zu ihr gilt nicht mehr.',
  too_small_a_right: 'Dein Recht an dieser Tafel reicht dafür nicht: Frag die Leitung.',
  needs_person: 'Tritt zuerst mit deinem Namen ein.',
  needs_consent: 'Diese Tafel entstand aus einer Datei, in der du vorkommst: Bitte die Leitung, dich diese Person sein zu lassen.',
  needs_create_key: 'Neue Tafeln brauchen hier den Schlüssel dieses Servers.',
  removed: 'Diese Person wurde von der Tafel entfernt: Frag die Leitung.',
  no_such_team: 'Dieses Team gibt es auf der Tafel nicht.',
  no_such_person: 'Diese Person gibt es auf der Tafel nicht.',
  same_person: 'Das ist dieselbe Person.',
  merged: 'Diese Person ist mit einer anderen zusammengelegt. Bist du es, öffne die Tafel dort, wo du die andere bist, oder mach dort einen Link für ein weiteres Gerät.',
  not_merged: 'Diese Person ist mit keiner anderen zusammengelegt.',
  nothing_to_claim: 'Hier gibt es niemanden, der du sein könntest.',
  no_such_claim: 'Diese Bitte gibt es nicht mehr.',
  other_claim: 'Die Bitte nennt inzwischen jemand anderen: Sieh noch einmal nach.',
  no_such_card: 'Diese Karte gibt es auf der Tafel nicht mehr.',
  no_such_link: 'Diesen Link gibt es auf der Tafel nicht.',
  no_such_code: 'Dieser Link wurde schon benutzt oder ist abgelaufen: Mach auf dem anderen Gerät einen neuen.',
  no_such_template: 'Dieses Beispiel gibt es nicht.',
  no_assumption: 'So beantwortet man nur Annahmen.',
  last_owner: 'Eine Tafel behält mindestens eine Leitung: Gib zuerst jemand anderem die Leitung.',
  last_way_in: 'Das ist der letzte Weg für die Leitung hinein: Mach zuerst einen anderen Link zum Leiten.',
  too_many_links: 'Diese Tafel hat zu viele Links: Sperr zuerst einige.',
  board_full: 'Diese Tafel ist voll: Entfern etwas von ihr, oder beginn eine neue.',
  too_large: 'Das ist größer, als der Server annimmt.',
  too_heavy: 'Diese Tafel ist zu groß, als dass der Server alles auf ihr beurteilen könnte: Versuch es, wenn er weniger zu tun hat, oder entfern etwas von ihr.',
  too_fast: 'Das war zu viel auf einmal: Versuch es gleich noch einmal.',
  not_saved: 'Der Server konnte das noch nicht speichern und versucht es weiter: Sieh nach, ob es da ist, bevor du es wiederholst.',
  storage: 'Der Server kann gerade nicht lesen oder schreiben: Versuch es noch einmal.',
  wrong_origin: 'Diese Anfrage kam nicht von einer Seite dieses Servers.',
  bad_file: 'Diese Datei ist keine Tafel, die dieser Server lesen kann.',
  id_taken: 'Eine andere Antwort hat dieselbe Nummer: Gib sie noch einmal.',
  internal: 'Der Server hat einen Fehler gemacht. Geändert ist nur, was er bestätigt hat.',
  malformed_json: 'Der Server konnte nicht lesen, was diese Seite geschickt hat. Öffne die Seite neu und versuch es noch einmal.',
  no_contract: 'Die Antwort sagt nicht, auf welche Worte sie gegeben ist: Öffne die Karte neu und antworte noch einmal.',
  no_decision: 'So antwortet man auf Entscheidungen und Vorschläge.',
  no_dependency: 'Hier gibt es nichts mehr zu beantworten: Die Abhängigkeit oder eine ihrer Karten ist weg.',
  no_such_perception: 'Das steht nicht mehr auf der Tafel.',
  no_team: 'Hier fehlt ein Team: Wähl deines, oder gib der Karte eines.',
  other_team: 'Das beantwortet nur jemand aus dem Team, das gefragt ist.',
  other_text: 'Da stehen andere Worte: Lies sie neu und antworte noch einmal.',
  own_team: 'Beide Seiten sind ein Team: Da gibt es nichts zu beantworten.',
  no_statement: 'Die Antwort sagt nicht, auf welche Worte sie gegeben ist: Öffne die Karte neu und antworte noch einmal.',
  not_built: 'Dieser Server hat noch keine Seiten: Wer ihn betreibt, muss sie bauen.',
  not_json: 'Der Server konnte nicht lesen, was diese Seite geschickt hat. Öffne die Seite neu und versuch es noch einmal.',
  too_deep: 'Der Server konnte nicht lesen, was diese Seite geschickt hat. Öffne die Seite neu und versuch es noch einmal.',
  upgrade_required: 'Diese Adresse ist nur für lebende Tafeln.',
  wrong_body: 'Der Server hat es so nicht angenommen.',
  wrong_query: 'Der Server versteht diese Adresse nicht.',
}

export const notSavedWords: typeof englishNotSaved = {
  full: 'Die Platte des Servers ist voll. Deine Änderungen bleiben hier und werden wieder versucht.',
  'read-only': 'Der Server darf nicht auf seine Platte schreiben. Deine Änderungen bleiben hier und werden wieder versucht.',
  corrupted: 'Der Speicher des Servers ist beschädigt. Deine Änderungen bleiben hier und werden wieder versucht.',
  locked: 'Ein anderes Programm benutzt den Speicher des Servers. Deine Änderungen bleiben hier und werden wieder versucht.',
  failed: 'Der Server kann gerade nicht speichern. Deine Änderungen bleiben hier und werden wieder versucht.',
}

export const closeWords: typeof englishClose = {
  restart: 'Der Server startet neu.',
  slowReader: 'Dieser Browser kam mit der Tafel nicht mit.',
  noSuchBoard: 'Diese Tafel ist nicht hier, oder der Link zu ihr gilt nicht mehr.',
  tooSmallRight: 'Dein Link zu dieser Tafel erlaubt das nicht mehr.',
  reload: 'So kann eine Tafel das nicht enthalten.',
  tooLarge: 'Das ist zu groß für den Server, oder die Tafel hat keinen Platz mehr.',
  tooFast: 'Das war zu viel auf einmal.',
}

export const fullWords: typeof englishFull = {
  cards: 'Diese Tafel hat so viele Karten, wie eine Tafel haben darf: Beginn für weitere eine neue.',
  teams: 'Diese Tafel hat so viele Teams, wie eine Tafel haben darf: Entfern eines, bevor du ein weiteres anlegst, oder beginn eine neue.',
}

const FIELDS: Readonly<Record<string, string>> = { title: 'den Titel', body: 'den Text', kind: 'die Art', criterion: 'das Kriterium', pos: 'den Ort', notes: 'die Notizen', reviewBy: 'das Prüfdatum', owner: 'die Zuständigen', team: 'das Team' }

export const placeWords: typeof englishPlace = {
  card: (title: string, field: string | undefined): string =>
    `Es ging um ${field === undefined ? '' : `${FIELDS[field] ?? 'ein Feld'} `}${title === '' ? `${field === undefined ? 'eine' : 'einer'} Karte ohne Titel` : `${field === undefined ? 'die' : 'der'} Karte „${title}“`}.`,
  team: (name: string): string => (name === '' ? 'Es ging um ein Team.' : `Es ging um das Team „${name}“.`),
  link: 'Es ging um eine Verbindung zweier Karten.',
  board: 'Es ging um den Namen oder die Zusammenfassung der Tafel.',
}
