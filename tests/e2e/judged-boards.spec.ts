// The three written boards show every value of their reports where people look: each card in its details, what is judged
// of the board as a whole in the overview. What stands here as a word is what a person reads for the word of the rules.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Locator, type Page } from '@playwright/test'
import type { Report } from '../../shared/rules/report.ts'
import { startProduct, type Product } from '../support/product.ts'
import { AS_OF, boardFrom, complaintsOf, somebody } from './visit.ts'

const root = join(import.meta.dirname, '..', '..')
const { reports } = JSON.parse(readFileSync(join(root, 'tests/data/vectors/reports.json'), 'utf8')) as { reports: readonly (Report & { readonly file: string })[] }

interface Named { readonly id: string; readonly name: string }
interface Titled { readonly id: string; readonly title: string; readonly kind: string }
interface Written { readonly cards: readonly Titled[]; readonly links: readonly { readonly id: string; readonly from: string; readonly to: string }[]; readonly teams: readonly Named[]; readonly people: readonly Named[] }

/** The status of a card, in the heading of its details. */
const STATUS: Readonly<Record<string, string>> = {
  partly: 'Unconfirmed', unconfirmed: 'Unconfirmed', reopened: 'Re-confirm', expired: 'Out of date', contested: 'Disputed', refuted: 'Refuted', confirmed: 'Confirmed',
  open: 'Open', agreed_with_concerns: 'Agreed, with concerns', committed_with_dissent: 'Somebody disagrees, commits', blocked: 'Blocked', directed_over_block: 'Decided over an objection',
  triggered: 'Triggered', mitigating: 'Being mitigated', overdue: 'Overdue', doing: 'Under way', new: 'New', seen: 'Seen',
  // Standings are a sentence below the words.
  sound: '', at_risk: '', broken: '', unexamined: '',
}
const STANDING: Readonly<Record<string, RegExp>> = { sound: /Everything it rests on is confirmed/, unexamined: /[Nn]othing (is )?examined|No assumption is written down under (this|it|these numbers)/, at_risk: /Rests on \d+/, broken: /Rests on \d+ (refuted|removed)/ }
const SEAT: Readonly<Record<string, RegExp>> = { confirmed: /Confirmed/, not_heard: /Not yet heard/, earlier_text: /Confirmed an earlier wording|earlier/, expired: /Confirmed|out of date|past/i, unsure: /Unsure/, refuted: /Disputes/ }
const LINE: Readonly<Record<string, string>> = { in_step: 'In step', changed: 'Changed', requested: 'Requested', soft: 'Will try' }
const BELIEF: Readonly<Record<string, string>> = { none: 'Nothing yet', stated: 'Not checked', verified: 'Right', partly: 'Partly right', wrong: 'Wrong', reopened: 'New words' }
const MISSING: Readonly<Record<string, string>> = { not: 'what you are not doing', why: 'why' }
const DAYS = (n: number): string => `${n} ${n === 1 ? 'day' : 'days'}`

let product: Product
test.beforeAll(async () => { product = await startProduct() })
test.afterAll(async () => { expect(await product.stop()).toBe(0) })

/** One board on the screen of a reader, with the names of its cards, teams and people. */
class Shown {
  readonly page: Page
  readonly #written: Written
  constructor(page: Page, written: Written) {
    this.page = page
    this.#written = written
  }

  card(id: string): Titled {
    const found = this.#written.cards.find((card) => card.id === id)
    if (found === undefined) throw new Error(`no card ${id}`)
    return found
  }

  link(id: string): { readonly from: Titled; readonly to: Titled } {
    const found = this.#written.links.find((link) => link.id === id)
    if (found === undefined) throw new Error(`no link ${id}`)
    return { from: this.card(found.from), to: this.card(found.to) }
  }

  /** What is named by its id: a card by its words, a link by what it needs. */
  title(id: string): string {
    return this.#written.cards.find((card) => card.id === id)?.title ?? this.link(id).to.title
  }

  team(id: string): string {
    return this.#written.teams.find((team) => team.id === id)?.name ?? id
  }

  name(id: string): string {
    return this.#written.people.find((person) => person.id === id)?.name ?? id
  }

  /** First names are enough where nobody shares them. */
  person(id: string): string {
    return this.name(id).split(' ')[0] ?? id
  }

  async details(id: string): Promise<Locator> {
    await this.#go(`?card=${id}`)
    const inspector = this.page.locator('tacit-inspector')
    await expect(inspector.getByRole('heading', { level: 3 }).first()).toHaveText(this.card(id).title)
    return inspector
  }

  async part(id: string, heading: string): Promise<Locator> {
    await this.#go(`?view=overview&part=${id}`)
    const sheet = this.page.locator('tacit-board-overview').getByRole('region', { name: heading, exact: true }).first()
    await expect(sheet.getByRole('heading', { level: 2 })).toHaveText(heading)
    return sheet
  }

  /** As back and forward do. */
  async #go(query: string): Promise<void> {
    await this.page.evaluate((search) => {
      history.pushState(null, '', location.pathname + search)
      dispatchEvent(new PopStateEvent('popstate'))
    }, query)
  }
}

const item = (place: Locator, title: string): Locator => place.getByRole('listitem').filter({ hasText: title })

async function cards(shown: Shown, report: Report): Promise<void> {
  for (const [id, status] of Object.entries(report.statuses)) {
    const word = STATUS[status]
    if (word === undefined) throw new Error(`no word for ${status}`)
    const details = await shown.details(id)
    const standing = report.standings[id]
    await expect(details.getByRole('heading', { level: 2 }), id).toContainText(word)
    if (standing !== undefined && !(id in report.decisions)) await expect(details, `${id} ${standing.state}`).toContainText(STANDING[standing.state] ?? /never/)
    if (standing !== undefined && standing.because.length > 0) for (const ground of standing.because) await expect(details, `${id} because ${ground}`).toContainText(shown.title(ground))
    const assumption = report.assumptions[id]
    if (assumption !== undefined) for (const [team, seat] of Object.entries(assumption.seats)) await expect(details.locator('tacit-seats').getByRole('listitem').filter({ hasText: shown.team(team) }), `${id} ${team}`).toContainText(SEAT[seat] ?? /never/)
    for (const reason of assumption?.reasons ?? []) await expect(details.locator('#why'), `${id} ${reason}`).toContainText(reasonIn(shown, reason))
    const decision = report.decisions[id]
    if (decision !== undefined) await decided(shown, details, decision)
    const trade = report.trades[id]
    if (trade !== undefined) expect(trade).toBe('in_their_currency')
    if (trade !== undefined) await expect(details).toContainText(/in their currency|counts in/i)
  }
}

/** What is said for the code of a reason. */
function reasonIn(shown: Shown, reason: string): RegExp | string {
  const [code, who = ''] = reason.split(':')
  switch (code) {
    case 'needs_team': return new RegExp(`Waiting for [^.]*${shown.team(who).replaceAll(/[()]/g, String.raw`\$&`)}`)
    case 'needs_other_than_author': return /Waiting for [^.]*someone (other than|who did not write it)/
    case 'needs_evidence': return 'Needs evidence'
    case 'answered_earlier_text': return /(confirmed|disputed|unsure about) an earlier wording/
    case 'expired': return 'confirmed it too long ago'
    case 'doubt': return new RegExp(`${shown.person(who)}[^.]* (is|are) unsure`)
    case 'refuted_by': return new RegExp(`${shown.person(who)}[^.]* says no`)
    default: throw new Error(`no words for ${reason}`)
  }
}

async function decided(shown: Shown, details: Locator, { notHeard, tally, unexamined }: Report['decisions'][string]): Promise<void> {
  const seats = details.locator('tacit-stance-seats')
  for (const team of notHeard) await expect(seats.getByRole('listitem').filter({ hasText: shown.team(team) })).toContainText('Not yet heard')
  const words = { agree: 'Agrees', concerns: 'Agrees, with concerns', disagree_commit: 'Disagrees, commits', block: 'Blocks', pass: 'Passes' } as const
  for (const [stance, word] of Object.entries(words)) {
    for (const person of tally[stance as keyof typeof words]) await expect(seats.getByRole('listitem').filter({ hasText: shown.name(person) }), person).toContainText(word)
  }
  await expect(details.locator('tacit-outcome-note').getByText(/rests on no assumption that is written down/)).toHaveCount(unexamined ? 1 : 0)
}

async function risks(shown: Shown, report: Report): Promise<void> {
  const sheet = await shown.part('risks', 'Risks')
  for (const [id, { likelihood, impact, exposure, band, raisedBy, triggered }] of Object.entries(report.risks)) {
    const one = item(sheet.getByRole('region', { name: 'By exposure' }), shown.title(id)).first()
    await expect(one, id).toContainText(`Exposure ${exposure}, ${band}`)
    await expect(one, id).toContainText(`${likelihood} × ${impact}`)
    for (const ground of raisedBy) await expect(one, id).toContainText(shown.title(ground))
    if (triggered) await expect(one, id).toContainText('Triggered')
    await expect(sheet.getByRole('table').getByRole('button', { name: shown.title(id) }), id).toHaveAccessibleName(new RegExp(`Exposure ${exposure}, ${band}`))
  }
}

async function goals(shown: Shown, report: Report): Promise<void> {
  const sheet = await shown.part('goals', 'Goals')
  for (const [id, { filled, missing }] of Object.entries(report.directions)) {
    if (missing.length === 0) await expect(sheet, id).toContainText('All five are said.')
    else await expect(item(sheet.getByRole('region', { name: 'Direction of each goal' }), shown.title(id)), id).toContainText(`${filled} of 5 said. Not said yet: ${missing.map((slot) => MISSING[slot]).join(' and ')}.`)
  }
}

async function gaps(shown: Shown, report: Report): Promise<void> {
  const sheet = await shown.part('gaps', 'Gaps')
  for (const { type, ids: [first = '', second = ''], size } of report.gaps) {
    const pair = type === 'date' ? shown.link(first) : undefined
    const said = pair !== undefined ? `“${pair.to.title}” comes ${DAYS(size ?? 0)} too late for “${pair.from.title}”`
      : type === 'conflict' ? 'conflict, and nothing settles it' : type === 'definition' ? 'do not say the same' : `${shown.team(second)} has nothing that serves “${shown.title(first)}”`
    const sentence = sheet.getByRole('listitem').filter({ hasText: said })
    await expect(sentence.first(), said).toBeVisible()
    if (type === 'conflict' || type === 'definition') for (const id of [first, second]) await expect(sentence.first(), said).toContainText(shown.title(id))
  }
}

async function drift(shown: Shown, report: Report): Promise<void> {
  const sheet = await shown.part('drift', 'Drift')
  const { fresh, of, drifting } = report.freshness
  await expect(sheet).toContainText(new RegExp(`${fresh} of ${of} things that others lean on (is|are) in date, ${drifting.length} (is|are) not`))
  for (const id of drifting) await expect(sheet.getByRole('region', { name: 'In date' }), id).toContainText(shown.title(id))
  const since = sheet.getByRole('region', { name: 'Since a baseline' })
  for (const [heading, ids] of Object.entries({ Slipped: report.drift.slipped, Gained: report.drift.gained, Added: report.drift.added, Removed: report.drift.removed })) {
    await expect(since.getByRole('heading', { name: new RegExp(`^${heading}`) }), heading).toHaveCount(ids.length === 0 ? 0 : 1)
    if (ids.length > 0) await expect(since.getByRole('heading', { name: new RegExp(`^${heading}`) })).toHaveText(new RegExp(`${ids.length}$`))
    for (const id of ids) await expect(since, `${heading} ${id}`).toContainText(shown.title(id))
  }
}

async function teams(shown: Shown, report: Report): Promise<void> {
  const sheet = await shown.part('teams', 'Teams')
  for (const [pair, word] of Object.entries(report.empathy)) {
    const [by = '', about = ''] = pair.split('>')
    await expect(sheet.getByRole('button', { name: `${shown.team(by)} about ${shown.team(about)}: ${BELIEF[word] ?? 'never'}`, exact: true }), pair).toBeVisible()
  }
  for (const id of Object.keys(report.trades)) await expect(sheet.getByRole('region', { name: /^Trades/ }), id).toContainText(shown.title(id))
}

async function dependencies(shown: Shown, report: Report): Promise<void> {
  const sheet = await shown.part('dependencies', 'Dependencies')
  for (const { state } of Object.values(report.dependencies)) await expect(sheet.getByRole('table'), state).toContainText(LINE[state] ?? 'never')
  for (const [id, { state, slackDays, overdue }] of Object.entries(report.dependencies)) {
    const { from, to } = shown.link(id)
    const line = (await shown.details(from.id)).locator('tacit-card-dependencies').getByRole('listitem').filter({ hasText: to.title }).first()
    await expect(line, id).toContainText(LINE[state] ?? 'never')
    if (slackDays !== null && slackDays < 0) await expect(line, id).toContainText(`${DAYS(-slackDays)} too late`)
    if (overdue) await expect(line, id).toContainText(/overdue/i)
  }
}

async function words(shown: Shown, report: Report): Promise<void> {
  const sheet = await shown.part('words', 'Own words')
  for (const [id, round] of Object.entries(report.understanding)) {
    const one = sheet.getByRole('region').filter({ hasText: `${round.submitted} of ${round.submitted + round.waiting.length} have answered` }).or(sheet.getByRole('region').filter({ hasText: `All ${round.submitted} who were invited have answered` })).first()
    for (const person of round.waiting) await expect(one, `${id} ${person}`).toContainText(shown.person(person))
    if (round.phase === 'blind') {
      await expect(one, id).toContainText('Sealed')
      continue
    }
    await expect(one, id).toContainText(`Wording spread ${round.spread} of 100`)
    await expect(one, id).toContainText(`Begin with ${shown.person(round.startWith ?? '')}`)
    for (const [slot, name] of [['what', 'What'], ['who', 'For whom'], ['measure', 'How will we know'], ['not', 'Not doing']] as const) {
      const { spread, empty } = round.slots[slot]
      await expect(one.getByRole('columnheader', { name: new RegExp(`^${name}`) }), slot).toContainText(`spread ${spread}${empty === 0 ? '' : `, ${empty} left it empty`}`)
    }
  }
}

async function proposals(shown: Shown, report: Report): Promise<void> {
  const sheet = await shown.part('alignment', 'Proposals')
  for (const [id, { tiers, next }] of Object.entries(report.tiers)) {
    await expect(sheet, id).toContainText(shown.title(id))
    for (const { name, met, of } of tiers) await expect(sheet.getByRole('listitem').filter({ hasText: name }).first(), name).toContainText(`${met} of ${of}`)
    for (const condition of next) await expect(sheet, condition).toContainText(shown.title(condition.split(':')[1] ?? ''))
  }
}

for (const report of reports) {
  test(`${report.file}: every value of its report is on the screen`, async ({ browser }) => {
    const written = JSON.parse(readFileSync(join(root, 'server/templates', report.file), 'utf8')) as Written
    const { urls } = await boardFrom(product.url, { file: written })
    const page = await somebody(browser, { at: AS_OF })
    await page.goto(urls.view)
    await expect(page.getByRole('article').first()).toBeVisible()
    const shown = new Shown(page, written)
    for (const look of [cards, risks, goals, gaps, drift, teams, dependencies, words, proposals]) await test.step(look.name, () => look(shown, report))
    expect(complaintsOf(page)).toEqual([])
    await page.context().close()
  })
}
