// What gaps, drift and the check-in agenda say, in German.
import type { DependencyState } from '../rules/judgements.ts'
import type { AgendaWords } from './agenda-english.ts'

const dates = new Intl.DateTimeFormat('de-DE', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
const lists = new Intl.ListFormat('de-DE', { type: 'conjunction' })
const days = (count: number): string => `${count} ${count === 1 ? 'Tag' : 'Tage'}`
const daysAfter = (count: number): string => (count === 1 ? 'jeden Tag' : `alle ${count} Tage`)
const more = (names: readonly string[], count: number): string => lists.format(count === 0 ? names : [...names, `${count} weiteren`])
const by = (who: string): string => (who === '' ? '' : ` von ${who}`)

const STATUS: Readonly<Record<string, string>> = {
  absent: 'entfernt', retired: 'abgelegt', contested: 'umstritten', refuted: 'widerlegt', confirmed: 'bestätigt', expired: 'abgelaufen', reopened: 'neu zu bestätigen',
  partly: 'von einigen bestätigt', unconfirmed: 'unbestätigt', broken: 'hinfällig', at_risk: 'im Zweifel', sound: 'gut begründet', unexamined: 'ungeprüft',
  directed: 'von einer Person entschieden', directed_over_block: 'über einen Einspruch hinweg entschieden', blocked: 'blockiert', open: 'offen', committed_with_dissent: 'mit Widerspruch vereinbart',
  agreed_with_concerns: 'mit Bedenken vereinbart', agreed: 'vereinbart', review_due: 'zu überprüfen', materialised: 'eingetreten', triggered: 'ausgelöst', accepted: 'hingenommen',
  mitigated: 'gemildert', mitigating: 'in Milderung', answered: 'beantwortet', unowned: 'ohne Zuständige', doing: 'in Arbeit', overdue: 'überfällig', done: 'erledigt', new: 'neu', seen: 'gesehen',
}

const LINES: Readonly<Record<DependencyState, (needing: string, provided: string, needs: string, provides: string) => string>> = {
  void: () => '', internal: () => '', in_step: () => '',
  removed_acked: (a, b, needs) => `„${a}“ braucht „${b}“, und das gibt es nicht mehr. ${needs} weiß das.`,
  removed: (a, b, needs) => `„${a}“ braucht „${b}“, und das gibt es nicht mehr. ${needs} hat noch nicht gesagt, was das heißt.`,
  changed: (a, b, needs) => `„${b}“ hat sich geändert, seit ${needs} geantwortet hat, und „${a}“ braucht es.`,
  need_changed: (a, b, _needs, provides) => `Was „${a}“ von „${b}“ braucht, hat sich geändert, seit ${provides} geantwortet hat.`,
  requested: (a, b, _needs, provides) => `„${a}“ braucht „${b}“. ${provides} hat nicht geantwortet.`,
  unclear: (a, b, _needs, provides) => `„${a}“ braucht „${b}“. Für ${provides} ist nicht klar, was gebraucht wird.`,
  unseen: (a, b, needs) => `„${a}“ braucht „${b}“. ${needs} hat nicht gesagt, ob es passt.`,
  soft: (a, b, _needs, provides) => `„${a}“ braucht „${b}“. ${provides} versucht es, und das ist kein Ja.`,
  declined: (a, b, _needs, provides) => `„${a}“ braucht „${b}“. ${provides} hat Nein gesagt.`,
  problem: (a, b, needs) => `„${a}“ braucht „${b}“. So geht es bei ${needs} nicht.`,
}

export const agendaGerman: AgendaWords = {
  locale: 'de-DE',
  untitled: 'Ohne Titel',
  day: (at) => dates.format(at),
  status: (status) => STATUS[status] ?? status,

  title: (board) => (board === '' ? 'Standortbestimmung' : `Standortbestimmung: ${board}`),
  compared: (day, baseline, baselineDay, who) => `Stand ${day}, verglichen mit dem festgehaltenen Stand ${baseline === '' ? '' : `„${baseline}“ `}vom ${baselineDay}${by(who)}.`,
  noBaseline: (day) => `Stand ${day}. Noch wurde kein Stand festgehalten: Was sich geändert hat und was nicht mehr gilt, ist deshalb nicht bekannt.`,
  freshness: (fresh, of) => (of === fresh ? (of === 1 ? 'Das Einzige, worauf sich andere stützen, gilt' : `Alle ${of}, auf die sich andere stützen, gelten`) : `${fresh} von ${of} Dingen, auf die sich andere stützen, ${fresh === 1 ? 'gilt' : 'gelten'}, ${of - fresh} nicht mehr oder noch nicht`),
  freshnessOf: (what) => `${what}: tragende Annahmen, Entscheidungen und Abhängigkeiten zwischen Teams.`,
  nothingToTrack: 'Hier muss noch nichts gültig gehalten werden: keine tragende Annahme, keine Entscheidung, keine Abhängigkeit zwischen Teams.',
  rhythm: {
    next: (every, day) => `Standortbestimmung ${daysAfter(every)}: die nächste ist am ${day} fällig.`,
    past: (every, day) => `Standortbestimmung ${daysAfter(every)}: diese war am ${day} fällig.`,
    first: (every) => `Standortbestimmung ${daysAfter(every)}: die erste ist jetzt fällig.`,
  },
  sections: {
    changed: 'Seither geändert',
    slipped: 'Gilt nicht mehr',
    gained: 'Gilt jetzt',
    expired: 'Abgelaufen',
    notHeard: 'Noch nicht gehört',
    dependencies: 'Abhängigkeiten, die warten',
    gaps: 'Lücken',
  },
  expiredToo: 'Außerdem abgelaufen',
  nothing: (sections) => `Nichts steht unter: ${lists.format(sections)}.`,
  allQuiet: 'Es gibt nichts zu besprechen.',
  more: (count) => `Und ${count} weitere.`,

  added: (title, who, day) => (who === '' ? `„${title}“ kam am ${day} dazu.` : `${who} hat „${title}“ am ${day} hinzugefügt.`),
  edited: (title, who, day) => (who === '' ? `„${title}“ wurde am ${day} geändert.` : `${who} hat „${title}“ am ${day} geändert.`),
  taken: (title, day) => `„${title}“ wurde am ${day} von der Tafel genommen.`,
  expired: (title, is, day) => `„${title}“ ist ${is}${day === '' ? '' : `, seit ${day}`}.`,
  silent: (team, titles, rest) => `${team} zu ${more(titles.map((title) => `„${title}“`), rest)}.`,
  line: (state, needing, provided, needs, provides) => LINES[state](needing, provided, needs, provides),
  overdue: ' Das ist überfällig.',
  neededBy: (day) => ` Gebraucht bis ${day}.`,

  slipped: (title, was, is, since) => `„${title}“ war ${was} und ist jetzt ${is}${since}.`,
  since: (day) => `, seit ${day}`,
  sinceLatest: (day) => `, spätestens seit ${day}`,
  gained: (title, was, is) => `„${title}“ war ${was} und ist jetzt ${is}.`,
  isNow: (title, is) => `„${title}“ ist ${is}.`,
  isNew: (title, is) => `„${title}“ ist neu und ${is}.`,
  isGone: (title, was) => `„${title}“ ist nicht mehr auf der Tafel. Es war ${was}.`,

  gaps: {
    no_provider: (needing, provided) => `„${needing}“ braucht „${provided}“, und das gibt es nicht mehr.`,
    no_date: (needing, provided) => `„${needing}“ braucht „${provided}“, und das hat kein Datum.`,
    date: (needing, provided, late) => `„${provided}“ kommt ${days(late)} zu spät für „${needing}“.`,
    conflict: (one, other) => `„${one}“ und „${other}“ widersprechen sich, und nichts klärt es.`,
    definition: (titles, teams) => `${lists.format(titles.map((title) => `„${title}“`))} sagen nicht dasselbe${teams.length < 2 ? '' : `: ${lists.format(teams)} zählen verschieden`}.`,
    no_contribution: (goal, team) => `${team} hat nichts, was „${goal}“ dient.`,
  },
  closes: {
    no_provider: 'Zurückholen, oder etwas anderes brauchen.',
    no_date: 'Ein Liefertag auf der Karte, die gebraucht wird.',
    date: 'Früher liefern, oder später brauchen.',
    conflict: 'Eine Entscheidung über eines von beiden, der die Betroffenen zustimmen.',
    definition: 'Eine Definition, oder zwei Namen.',
    no_contribution: 'Eine Karte dieses Teams, die dem Ziel dient, oder ein Ziel, das dieses Team nicht teilt.',
  },
  types: {
    no_provider: 'Niemand liefert es',
    no_date: 'Ohne Datum',
    date: 'Zu spät',
    conflict: 'Widersprüche, die nichts klärt',
    definition: 'Ein Name, zwei Definitionen',
    no_contribution: 'Nichts für ein gemeinsames Ziel',
  },
  gapCount: (count) => `${count} ${count === 1 ? 'Lücke' : 'Lücken'}`,
}
