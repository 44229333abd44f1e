// Coming to a board: entering, being gone, being out of reach; and one’s other device.
import { expect, fixture, html, oneEvent } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import '../../../client/app/board/board-page.ts'
import type { TacitBoardPage } from '../../../client/app/board/board-page.ts'
import { arrivalOf } from '../../../client/app/board/entrance.ts'
import '../../../client/app/device-page.ts'
import type { TacitDevicePage } from '../../../client/app/device-page.ts'
import '../../../client/app/lost-page.ts'
import type { BoardInfo } from '../../../shared/protocol/http.ts'
import { until } from '../../support/local-session.ts'
import { button, buttons, find, need, stillPage, textOf } from '../panels/shadow.ts'
import { dressPage } from '../support/dress.ts'
import { answers, INFO, real } from './board-answers.ts'

describe('coming to a board', () => {
  before(() => {
    stillPage()
    return dressPage()
  })
  beforeEach(() => localStorage.clear())
  afterEach(() => { window.fetch = real })

  const page = (secret?: string): Promise<TacitBoardPage> => fixture<TacitBoardPage>(html`<tacit-board-page boardId="b1" .secret=${secret}></tacit-board-page>`)
  const stranger: BoardInfo = { ...INFO, id: 'b1', person: null, teams: [{ id: 'sales', name: 'Sales' }] }

  it('asks those for a name who may do more than look', () => {
    expect(arrivalOf(stranger).kind).to.equal('who')
    expect(arrivalOf({ ...stranger, right: 'contribute' }).kind).to.equal('who')
    expect(arrivalOf({ ...stranger, right: 'view' }).kind).to.equal('in')
    expect(arrivalOf(INFO).kind).to.equal('in')
  })

  it('hands the key over once and asks who is coming', async () => {
    localStorage.setItem('tacit:name', '"Ines"')
    const asked = answers({ 'POST /api/boards/b1/enter': [200, { right: 'edit', person: null }], 'GET /api/boards/b1': [200, stranger] })
    const element = await page('KEY-key_123456')
    await until('it asks', () => find(element, 'tacit-enter-dialog') !== undefined)
    expect(asked).to.deep.equal(['POST /api/boards/b1/enter {"key":"KEY-key_123456"}', 'GET /api/boards/b1'])
    expect(textOf(element)).to.contain('Enter “Usage-based pricing launch”')
    expect(need<HTMLInputElement>(need(element, 'tacit-field.name'), 'input').value).to.equal('Ines')
    await expect(element).to.be.accessible()
  })

  it('keeps asking when the server does not take the name', async () => {
    answers({ 'POST /api/boards/b1/enter': [400, { error: { code: 'wrong_body', message: 'The name holds no line breaks.' } }], 'GET /api/boards/b1': [200, stranger] })
    const element = await page()
    await until('it asks', () => find(element, 'tacit-enter-dialog') !== undefined)
    need(element, 'tacit-field.name').focus()
    await sendKeys({ type: 'Ines' })
    button(element, 'Enter').click()
    await until('it is said', () => textOf(element).includes('You are not in yet. The name holds no line breaks.'))
  })

  it('says that there is no such board, and the way home', async () => {
    answers({})
    const element = await page()
    await until('it is said', () => textOf(element).includes('This board is not here'))
    expect(need<HTMLAnchorElement>(element, 'a').getAttribute('href')).to.equal('/')
    await expect(element).to.be.accessible()
  })

  it('lets somebody in whom an owner has let in without a link', async () => {
    let invited = false
    window.fetch = (input, init) => {
      if (!String(input).startsWith('/api/')) return real(input, init)
      if (init?.method === 'POST') {
        invited = true
        return Promise.resolve(Response.json({ right: 'edit', person: null }))
      }
      return Promise.resolve(invited ? Response.json(stranger) : Response.json({ error: { code: 'not_found', message: 'No.' } }, { status: 404 }))
    }
    const element = await page()
    await until('it asks', () => find(element, 'tacit-enter-dialog') !== undefined)
  })

  it('offers to try again when the server cannot be reached', async () => {
    window.fetch = (input, init) => (String(input).startsWith('/api/') ? Promise.reject(new TypeError('no network')) : real(input, init))
    const element = await page()
    await until('it is said', () => textOf(element).includes('this board is not kept in this browser'))
    answers({ 'GET /api/boards/b1': [200, stranger] })
    button(element, 'Try again').click()
    await until('it asks', () => find(element, 'tacit-enter-dialog') !== undefined)
  })
})

describe('another device', () => {
  before(() => dressPage())
  afterEach(() => { window.fetch = real })

  it('asks first, then becomes the person', async () => {
    const asked = answers({ 'POST /api/me/devices/open': [200, { name: 'Ines' }] })
    const element = await fixture<TacitDevicePage>(html`<tacit-device-page .token=${'one-time-code'}></tacit-device-page>`)
    expect(asked).to.deep.equal([])
    const opened = oneEvent(element, 'device-opened')
    button(element, 'Yes, this is me').click()
    await opened
    expect(asked).to.deep.equal(['POST /api/me/devices/open {"code":"one-time-code"}'])
    await expect(element).to.be.accessible()
  })

  it('says when the link was used, or is incomplete', async () => {
    answers({ 'POST /api/me/devices/open': [404, { error: { code: 'no_such_code', message: 'This link was used or has expired.' } }] })
    const element = await fixture<TacitDevicePage>(html`<tacit-device-page .token=${'one-time-code'}></tacit-device-page>`)
    button(element, 'Yes, this is me').click()
    await until('it is said', () => textOf(element).includes('This device is as it was. This link was used or has expired:'))
    const incomplete = await fixture<TacitDevicePage>(html`<tacit-device-page></tacit-device-page>`)
    expect(textOf(incomplete)).to.contain('The link is incomplete.')
    expect(buttons(incomplete, 'Yes, this is me')).to.have.length(0)
  })
})
