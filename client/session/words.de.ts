// Was die Verbindung zu Menschen sagt, auf Deutsch.
import type { serverWords as englishServer, words as english } from './words.ts'

export const words: typeof english = {
  noBoard: 'Diese Tafel ist nicht hier, oder der Link zu ihr gilt nicht mehr.',
  noRight: 'Dein Link zu dieser Tafel erlaubt das nicht mehr.',
  tooLarge: 'Die letzte Änderung ist zu groß für den Server.',
  refused: (changes: number): string =>
    changes === 1
      ? 'Der Server hat die letzte Änderung abgelehnt. Deine Worte stehen hier noch zum Kopieren; die Tafel zeigt, was der Server hat.'
      : `Der Server hat die letzten ${changes} Änderungen abgelehnt. Deine Worte stehen hier noch zum Kopieren; die Tafel zeigt, was der Server hat.`,
  wentBack: 'Der Server ist zu einem älteren Stand dieser Tafel zurückgekehrt, in dem diese Worte fehlen.',
  otherPerson: 'Jemand anderes hat sie in diesem Browser gegeben.',
  unreachable: 'Der Server ist nicht erreichbar. Nichts wurde geändert.',
  unreadable: 'Der Server hat etwas Unlesbares geantwortet. Versuch es noch einmal.',
  failed: (status: number): string => `Der Server hat mit ${status} geantwortet.`,
}

export const serverWords: typeof englishServer = {
  not_found: 'Diese Tafel gibt es nicht, oder der Link zu ihr gilt nicht mehr.',
  too_small_a_right: 'Dein Link erlaubt das nicht.',
  needs_person: 'Tritt zuerst mit deinem Namen ein.',
  needs_consent: 'Diese Tafel entstand aus einer Datei, in der du vorkommst: Bitte die Leitung, dich diese Person sein zu lassen.',
  needs_create_key: 'Neue Tafeln brauchen hier den Schlüssel dieses Servers.',
  removed: 'Du wurdest von dieser Tafel entfernt: Frag die Leitung.',
  no_such_team: 'Dieses Team gibt es auf der Tafel nicht.',
  no_such_person: 'Diese Person gibt es auf der Tafel nicht.',
  same_person: 'Das ist dieselbe Person.',
  merged: 'Diese Person ist schon mit einer anderen zusammengelegt.',
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
  too_fast: 'Das war zu viel auf einmal: Versuch es gleich noch einmal.',
  not_saved: 'Der Server konnte das noch nicht speichern und versucht es weiter: Sieh nach, ob es da ist, bevor du es wiederholst.',
  storage: 'Der Server kann gerade nicht lesen oder schreiben: Versuch es noch einmal.',
  wrong_origin: 'Diese Anfrage kam nicht von einer Seite dieses Servers.',
}
