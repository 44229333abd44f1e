// Was Karten sagen, auf Deutsch.
import type { AssumptionState, DecisionState } from '../../shared/rules/judgements.ts'
import type { CardKind, LinkType } from '../../shared/board/records.ts'
import { choiceOf, listOf } from '../language/lists.ts'
import type { lineWords as englishLines, linkGroupWords as englishGroups, Slot, tradeVerdicts as englishVerdicts, words as english } from './words.ts'

const KINDS: Record<CardKind, string> = {
  goal: 'Ziel', assumption: 'Annahme', risk: 'Risiko', decision: 'Entscheidung', question: 'Frage', commitment: 'Zusage',
  action: 'Aufgabe', metric: 'Messgröße', context: 'Hintergrund', tradeoff: 'Tausch', proposal: 'Vorschlag', non_goal: 'Kein Ziel',
  value: 'Wert', signal: 'Signal', conflict: 'Konflikt', why: 'Warum', note: 'Notiz', frame: 'Rahmen', ink: 'Zeichnung', image: 'Bild', text: 'Text',
}

const LINKS: Record<LinkType, string> = {
  rests_on: 'beruht auf', depends_on: 'hängt ab von', if_false: 'wenn das nicht stimmt', threatens: 'bedroht', serves: 'dient', mitigates: 'mildert',
  settles: 'klärt', about: 'handelt von', because: 'wegen', conflicts_with: 'widerspricht', needed_for: 'wird gebraucht für', tests: 'prüft',
  pays_for: 'bezahlt', echoes: 'wiederholt', evidence_for: 'spricht für', evidence_against: 'spricht gegen',
  under_arrow: 'liegt unter', excluded_from: 'ist ausgeschlossen von', worsens: 'verschlimmert',
}

const STATES: Record<AssumptionState, string> = {
  absent: 'Entfernt', retired: 'Erledigt', contested: 'Umstritten', refuted: 'Widerlegt', confirmed: 'Bestätigt', expired: 'Abgelaufen',
  reopened: 'Neu bestätigen', partly: 'Unbestätigt', unconfirmed: 'Unbestätigt',
}

const STATUS: Record<string, string> = {
  open: 'Offen', agreed: 'Einig', agreed_with_concerns: 'Einig, mit Bedenken', committed_with_dissent: 'Jemand ist dagegen, trägt es mit',
  blocked: 'Blockiert', directed: 'Von einer Person entschieden', directed_over_block: 'Gegen einen Einwand entschieden', review_due: 'Prüfung ist fällig',
  materialised: 'Es ist eingetreten', triggered: 'Ausgelöst', accepted: 'Hingenommen', mitigated: 'Gemildert', mitigating: 'Wird gemildert',
  answered: 'Beantwortet', unowned: 'Niemand kümmert sich', doing: 'In Arbeit', overdue: 'Überfällig', done: 'Fertig', new: 'Neu', seen: 'Gesehen',
}

const DECIDED: Record<DecisionState, string> = {
  absent: '', retired: 'erledigt', open: 'offen', agreed: 'einig', agreed_with_concerns: 'Bedenken', committed_with_dissent: 'Dissens', blocked: 'blockiert',
  directed: 'angeordnet', directed_over_block: 'gegen Einwand', review_due: 'Prüfung fällig',
}

const SLOTS: Record<Slot, string> = { what: 'was', who: 'für wen', measure: 'woran gemessen', not: 'was nicht', why: 'warum' }

export const words: typeof english = {
  kind: (kind: CardKind): string => KINDS[kind],
  link: (type: LinkType): string => LINKS[type],
  state: (state: AssumptionState): string => STATES[state],
  status: (status: string): string => STATUS[status] ?? '',
  decided: (state: DecisionState): string => DECIDED[state],
  somebody: 'Jemand',
  aTeam: 'Ein Team',
  untitled: 'Ohne Text',
  retired: 'erledigt',

  of: (count: number, all: number): string => `${count} von ${all}`,
  per: (count: number, all: number): string => `${count}/${all}`,
  against: (yes: number, no: number): string => `${yes}–${no}`,
  labelled: (state: string, detail: string): string => (detail === '' ? state : `${state} · ${detail}`),
  askSomeone: 'frag jemanden',
  askNobody: 'Noch niemand ist gefragt',
  carries: (count: number): string => (count === 0 ? 'Tragend' : `Tragend: ${count} ${count === 1 ? 'beruht' : 'beruhen'} darauf`),
  moreTiles: (count: number): string => `+${count}`,
  moreTilesTitle: (names: readonly string[]): string => `Auch gefragt: ${listOf(names)}`,
  moreInside: 'Hier steht noch mehr Text',

  rests: (count: number, what: 'refuted' | 'disputed' | 'edited' | 'lapsed' | 'unconfirmed' | 'removed'): string =>
    `Beruht auf ${count} ${{ refuted: 'widerlegt', disputed: 'umstritten', edited: 'geändert', lapsed: 'abgelaufen', unconfirmed: 'unbestätigt', removed: 'entfernt' }[what]}`,
  restsPlus: (first: string, more: number): string => `${first} +${more}`,
  restsMore: (first: string, more: number): string => `${first} und auf ${more} weiteren im Zweifel`,

  northStar: 'Leitstern',
  said: (count: number): string => `${count} von 5 gesagt`,
  unsaid: (slots: readonly Slot[]): string => `Nicht gesagt: ${slots.map((slot) => SLOTS[slot]).join(', ')}`,
  allSaid: 'Alle fünf gesagt',
  triggered: (exposure: number | null): string => (exposure === null ? 'Ausgelöst' : `Ausgelöst · Gefährdung ${exposure}`),
  exposed: (exposure: number): string => `Gefährdung ${exposure}`,
  raised: (from: number, to: number): string => `Gefährdung ${from} → ${to}`,
  raisedSaid: (from: number, to: number): string => `Gefährdung von ${from} auf ${to} angehoben`,
  rating: (likelihood: number | string, impact: number | string): string => `${likelihood} × ${impact}`,
  ratingTitle: (likelihood: number | string, impact: number | string): string => `Wahrscheinlichkeit ${likelihood}, Wirkung ${impact}`,
  notRated: '?',
  disagreeing: (teams: readonly string[]): string => `${listOf(teams)} ${teams.length === 1 ? 'ist dagegen, trägt es mit' : 'sind dagegen, tragen es mit'}`,
  concerned: (teams: readonly string[]): string => `Einig, ${listOf(teams)} ${teams.length === 1 ? 'hat' : 'haben'} Bedenken`,
  blockedBy: (teams: readonly string[]): string => `Blockiert von ${listOf(teams)}`,
  quiet: (teams: readonly string[]): string => `Noch nicht gehört: ${teams.slice(0, 2).join(', ')}${teams.length > 2 ? ` +${teams.length - 2}` : ''}`,
  due: (day: string): string => `fällig ${day}`,
  wasDue: (day: string): string => `war fällig ${day}`,
  reviewBy: (day: string): string => `prüfen ${day}`,
  asked: (name: string): string => `Gefragt von ${name}`,
  noticed: (name: string): string => `Bemerkt von ${name}`,
  owned: (name: string): string => `Bei ${name}`,
  unowned: 'Niemand kümmert sich',
  waiting: (from: string, to: string): string => `${from} → ${to}`,
  trade: (from: string, to: string): string => `${from} ⇄ ${to}`,
  and: (first: string, second: string): string => [first, second].filter((part) => part !== '').join(' · '),
  from: (name: string, team: string): string => [name, team].filter((part) => part !== '').join(', '),
  anonymous: 'Anonym',
  when: (text: string): string => `Wenn: ${text}`,
  tiers: (level: number, count: number): string => `${level} von ${count} ${count === 1 ? 'Stufe' : 'Stufen'}`,
  role: (role: string): string => ({ A: 'Was beide wollen', B: 'Das eine Bedürfnis', C: 'Das andere Bedürfnis', D: 'Der eine Weg', "D'": 'Der andere Weg', 'D′': 'Der andere Weg' })[role] ?? '',
  notDoing: 'Das tun wir nicht',

  name: (kind: string, title: string): string => `${kind}: ${title}${/[.!?…]$/u.test(title) ? '' : '.'}`,
  nameOf: (state: string, yes: number, all: number): string => `${state}, ${yes} von ${all} bestätigt.`,
  nameState: (state: string): string => `${state}.`,
  carried: (rests: number, carries: number): string => [rests > 0 ? `Beruht auf ${rests}` : '', carries > 0 ? `${rests > 0 ? 'trägt' : 'Trägt'} ${carries}` : ''].filter((part) => part !== '').join(', '),
  notHeard: (teams: readonly string[]): string => `Noch nicht gehört: ${listOf(teams)}.`,

  reasons: {
    notYet: 'Noch nicht bestätigt.',
    disputed: 'Umstritten.',
    confirmed: 'Bestätigt.',
    refuted: 'Widerlegt.',
    retired: 'Erledigt: nicht mehr wichtig.',
    waiting: (whom: readonly string[]): string => `Wartet auf ${listOf(whom)}.`,
    waitingForOther: (teams: readonly string[], writers: readonly string[]): string => {
      const other = writers.length === 0 ? 'jemanden, der es nicht geschrieben hat' : `jemand anderen als ${choiceOf(writers)}`
      return `Wartet auf ${teams.length === 0 ? other : `${listOf(teams)} und auf ${other}`}.`
    },
    needsEvidence: 'Braucht einen Beleg, der mehr ist als eine Meinung.',
    earlier: (who: readonly string[]): string => `${listOf(who)} ${who.length === 1 ? 'hat' : 'haben'} einen früheren Wortlaut bestätigt.`,
    earlierNo: (who: readonly string[]): string => `${listOf(who)} ${who.length === 1 ? 'hat' : 'haben'} einen früheren Wortlaut bestritten.`,
    earlierUnsure: (who: readonly string[]): string => `${listOf(who)} ${who.length === 1 ? 'war' : 'waren'} bei einem früheren Wortlaut unsicher.`,
    expired: (who: readonly string[]): string => `${listOf(who)} ${who.length === 1 ? 'hat' : 'haben'} es vor zu langer Zeit bestätigt.`,
    clock: (who: readonly string[]): string => `${listOf(who)} ${who.length === 1 ? 'hat' : 'haben'} es mit einem Datum bestätigt, das nicht stimmen kann. Es zählt nicht.`,
    unsure: (who: readonly string[]): string => `${listOf(who)} ${who.length === 1 ? 'ist' : 'sind'} unsicher.`,
    no: (who: string, team: string, reason: string): string => `${who}${team === '' ? '' : ` (${team})`} sagt nein: „${reason}“`,
    noReason: (who: string, team: string): string => `${who}${team === '' ? '' : ` (${team})`} sagt nein, ohne einen Grund zu nennen.`,
    personOf: (person: string, team: string): string => (team === '' ? person : `${person} (${team})`),
  },
}

export const linkGroupWords: typeof englishGroups = {
  ground: 'Worauf es beruht',
  aim: 'Ziele und Risiken',
  reason: 'Gründe und Belege',
  decision: 'Entscheidungen und Abwägungen',
  subject: 'Gleiches Thema',
}

export const lineWords: typeof englishLines = {
  void: '', removed: 'Entfernt', removed_acked: 'Entfernt, bekannt', internal: 'Ein Team', declined: 'Abgelehnt', problem: 'Geht nicht', changed: 'Geändert',
  need_changed: 'Bedarf geändert', requested: 'Angefragt', unclear: 'Unklar', unseen: 'Ungesehen', soft: 'Wird versucht', in_step: 'Abgestimmt',
}

export const tradeVerdicts: typeof englishVerdicts = {
  no_partner: 'Kein Partner', no_give: 'Nichts gegeben', currency_unknown: 'Währung unbekannt', not_in_their_currency: 'Nicht ihre Währung', in_their_currency: 'In ihrer Währung',
}
