// What people hear who do not look: announcements, banners, tallies, avatars.
import { expect, fixture, html, waitUntil } from '@open-wc/testing'
import { announce } from '../../../client/ui/announce.ts'
import '../../../client/ui/avatar.ts'
import type { TacitAvatar } from '../../../client/ui/avatar.ts'
import '../../../client/ui/banner.ts'
import type { TacitBanner } from '../../../client/ui/banner.ts'
import { ticksOf, type TacitTally } from '../../../client/ui/tally.ts'
import '../../../client/ui/tally.ts'
import { dressPage } from '../support/dress.ts'

describe('what is said', () => {
  before(() => dressPage())

  it('is put into one polite and one assertive region', async () => {
    announce('Confirmed for Product. 2 of 4.')
    announce('The connection is lost.', 'assertive')
    const said = (politeness: string): string | null | undefined => document.querySelector(`[aria-live="${politeness}"][role]`)?.textContent
    await waitUntil(() => said('polite') === 'Confirmed for Product. 2 of 4.' && said('assertive') === 'The connection is lost.', 'both were said')
    announce('Again.')
    expect(document.querySelectorAll('[aria-live="polite"]')).to.have.length(1)
  })

  it('says the same sentence twice as two', async () => {
    announce('Saved.')
    await waitUntil(() => document.querySelector('[aria-live="polite"]')?.textContent === 'Saved.')
    const first = document.querySelector('[aria-live="polite"]')?.firstChild
    announce('Saved.')
    expect(document.querySelector('[aria-live="polite"]')?.firstChild).not.to.equal(first)
  })

  it('a refused change is an alert, being offline is not', async () => {
    const error = await fixture<TacitBanner>(html`<tacit-banner kind="error">Refused</tacit-banner>`)
    const offline = await fixture<TacitBanner>(html`<tacit-banner kind="offline">Offline</tacit-banner>`)
    expect(error.renderRoot.querySelector('[role="alert"]')).not.to.equal(null)
    expect(offline.renderRoot.querySelector('[role="status"]')).not.to.equal(null)
  })

  it('a tally says its counts', async () => {
    const tally = await fixture<TacitTally>(html`<tacit-tally .counts=${{ unconfirmed: 7, stale: 1, confirmed: 3 }}></tacit-tally>`)
    expect(tally.renderRoot.querySelector('[role="img"]')?.getAttribute('aria-label')).to.equal('7 unconfirmed, 1 needs re-confirming, 3 confirmed')
    expect(tally.renderRoot.querySelectorAll('.tick')).to.have.length(11)
    await expect(tally).to.be.accessible()
  })

  it('a tally keeps the shares of a large board and shows every state that exists', () => {
    const ticks = ticksOf({ unconfirmed: 900, refuted: 1, confirmed: 99 }, 40)
    expect(ticks.length).to.be.at.most(40)
    expect(new Set(ticks)).to.deep.equal(new Set(['unconfirmed', 'refuted', 'confirmed']))
    expect(ticks.filter((tick) => tick === 'unconfirmed').length).to.be.greaterThan(30)
  })

  it('somebody without a name is anonymous', async () => {
    const avatar = await fixture<TacitAvatar>(html`<tacit-avatar name=""></tacit-avatar>`)
    expect(avatar.renderRoot.querySelector('.av')?.getAttribute('title')).to.equal('Anonymous')
  })
})
