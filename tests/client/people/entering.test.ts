// Who one is on a board: entering it, asking to be let in, and one’s other devices.
import { expect, fixture, html, oneEvent } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import { qrPath, type TacitDeviceDialog } from '../../../client/people/device-dialog.ts'
import type { TacitEnterDialog, WhoGiven } from '../../../client/people/enter-dialog.ts'
import '../../../client/people/enter-dialog.ts'
import '../../../client/people/ask-in.ts'
import { readBoard } from '../../../shared/board/read.ts'
import type { BoardState } from '../../../shared/board/records.ts'
import { until } from '../../support/local-session.ts'
import { pricingHub } from '../panels/pricing-board.ts'
import { button, find, need, stillPage, textOf } from '../panels/shadow.ts'
import { dressPage } from '../support/dress.ts'
import { detailOf, type } from '../support/told.ts'

const board = (): BoardState => readBoard(pricingHub().board)
const THEMES = ['light', 'dark'] as const

describe('entering', () => {
  before(() => {
    stillPage()
    return dressPage()
  })

  async function enter(more: Partial<TacitEnterDialog> = {}): Promise<TacitEnterDialog> {
    const teams = more.teams ?? [...board().teams.values()]
    return fixture<TacitEnterDialog>(html`<tacit-enter-dialog open .purpose=${more.purpose ?? 'enter'} board="Pricing" .teams=${teams} .name=${more.name ?? ''} .team=${more.team ?? ''} .guest=${more.guest ?? false}></tacit-enter-dialog>`)
  }

  const choose = (element: Element, value: string): void => {
    const select = need<HTMLSelectElement>(element, 'select')
    select.value = value
    select.dispatchEvent(new Event('input', { bubbles: true, composed: true }))
  }

  it('asks for a name, and then tells it with the team', async () => {
    const element = await enter()
    button(element, 'Enter').click()
    await element.updateComplete
    expect(textOf(element)).to.contain('Write the name that the others know you by.')
    await type(need(element, 'tacit-field.name'), 'Ines')
    choose(element, 'sales')
    expect(await detailOf<WhoGiven>(element, 'who-given', () => button(element, 'Enter').click())).to.deep.equal({ name: 'Ines', team: 'sales' })
  })

  it('knows the name from before', async () => {
    const element = await enter({ name: 'Ines' })
    expect(await detailOf<WhoGiven>(element, 'who-given', () => button(element, 'Enter').click())).to.deep.equal({ name: 'Ines', team: '' })
  })

  it('lets a member name a new team, not one that is there', async () => {
    const element = await enter({ name: 'Ines' })
    choose(element, '+')
    await element.updateComplete
    await type(need(element, 'tacit-field.new-team'), 'sales')
    button(element, 'Enter').click()
    await element.updateComplete
    expect(textOf(element)).to.contain('There is a team of that name already.')
    await type(need(element, 'tacit-field.new-team'), ' ops')
    expect(await detailOf<WhoGiven>(element, 'who-given', () => button(element, 'Enter').click())).to.deep.equal({ name: 'Ines', team: '', newTeam: 'sales ops' })
  })

  it('begins with a new team on a board that has none, but offers guests none', async () => {
    const member = await enter({ teams: [] })
    expect(find(member, 'tacit-field.new-team')).to.not.equal(undefined)
    const guest = await enter({ teams: [], guest: true })
    expect(find(guest, 'tacit-field.new-team')).to.equal(undefined)
    expect([...need<HTMLSelectElement>(guest, 'select').options].map((option) => option.value)).to.deep.equal([''])
  })

  it('stays open with what was written when the server refuses', async () => {
    const element = await enter({ name: 'Ines' })
    button(element, 'Enter').click()
    element.settle('You are not in yet. The server cannot be reached.')
    await element.updateComplete
    expect(textOf(element)).to.contain('You are not in yet.')
    expect(need<HTMLInputElement>(element, 'input').value).to.equal('Ines')
  })

  it('cannot be left by Escape on entering, but as a profile it can', async () => {
    const element = await enter()
    await sendKeys({ press: 'Escape' })
    expect(need<HTMLDialogElement>(element, 'dialog').open).to.equal(true)
    const profile = await enter({ purpose: 'profile', name: 'Ines', team: 'sales' })
    const closed = oneEvent(profile, 'dialog-closed')
    await sendKeys({ press: 'Escape' })
    await closed
  })

  for (const theme of THEMES) {
    it(`has nothing that axe finds, ${theme}`, async () => {
      await dressPage(theme)
      await expect(await enter()).to.be.accessible()
      await dressPage()
    })
  }
})

describe('asking to be let in', () => {
  before(() => dressPage())

  for (const theme of THEMES) {
    it(`has nothing that axe finds, ${theme}`, async () => {
      await dressPage(theme)
      await expect(await fixture(html`<tacit-ask-in board="b" .secret=${'k'}></tacit-ask-in>`)).to.be.accessible()
      await dressPage()
    })
  }
})

describe('another device', () => {
  const real = window.fetch
  afterEach(() => { window.fetch = real })

  it('draws the code as one path on its grid', () => {
    const { size, path } = qrPath('http://127.0.0.1:4310/device#abc')
    expect(size).to.be.greaterThan(24)
    expect(path.split('M').length).to.be.greaterThan(200)
  })

  for (const theme of THEMES) {
    it(`makes a link when it opens, says until when, and passes axe, ${theme}`, async () => {
      stillPage()
      await dressPage(theme)
      window.fetch = (input, init) => (String(input) === '/api/me/devices' ? Promise.resolve(Response.json({ url: 'http://h/device#abc', expiresAt: '2026-02-02T12:10:00Z' }, { status: 201 })) : real(input, init))
      const element = await fixture<TacitDeviceDialog>(html`<tacit-device-dialog open></tacit-device-dialog>`)
      await until('the link is there', () => find<HTMLInputElement>(element, 'input')?.value === 'http://h/device#abc')
      expect(textOf(element)).to.match(/Open it there before \d/)
      expect(need(element, 'svg.qr').getAttribute('aria-label')).to.equal('QR code of the link')
      await expect(element).to.be.accessible()
      await dressPage()
    })
  }

  it('says why there is none, and tries again', async () => {
    let working = false
    window.fetch = (input, init) => (String(input) !== '/api/me/devices' ? real(input, init)
      : Promise.resolve(working ? Response.json({ url: 'http://h/device#abc', expiresAt: '2026-02-02T12:10:00Z' }, { status: 201 }) : Response.json({ error: { code: 'needs_person', message: 'Enter a board first.' } }, { status: 403 })))
    const element = await fixture<TacitDeviceDialog>(html`<tacit-device-dialog open></tacit-device-dialog>`)
    await until('it is said', () => textOf(element).includes('No link was made. Enter with your name first.'))
    working = true
    button(element, 'Make a new link').click()
    await until('the link is there', () => find(element, 'input') !== undefined)
  })
})
