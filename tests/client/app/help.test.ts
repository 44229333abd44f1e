// The help sheet lists the key map and nothing else; the settings keep what is chosen.
import { expect, fixture, html } from '@open-wc/testing'
import '../../../client/app/help/help-sheet.ts'
import { helpWords } from '../../../client/app/help/words.ts'
import { startKeys } from '../../../client/app/key-choice.ts'
import type { TacitSettingsDialog } from '../../../client/app/settings/settings-dialog.ts'
import '../../../client/app/settings/settings-dialog.ts'
import { chosenLanguage } from '../../../client/language/language.ts'
import { ariaKeys, keyCaps } from '../../../client/ui/key-caps.ts'
import { KEY_IDS, KEY_MAP, keyAt, useSingleKeys, usesSingleKeys } from '../../../client/ui/key-map.ts'
import { dressPage } from '../support/dress.ts'

describe('key caps', () => {
  it('are written as they stand on the keys', () => {
    expect(keyCaps('mod+shift+z', false)).to.deep.equal(['Ctrl', 'Shift', 'Z'])
    expect(keyCaps('mod+shift+z', true)).to.deep.equal(['⌘', '⇧', 'Z'])
    expect(keyCaps('alt+arrowup', false)).to.deep.equal(['Alt', '↑'])
    expect(keyCaps('+', false)).to.deep.equal(['+'])
    expect(ariaKeys(['mod+y', '+'], false)).to.equal('Control+y Plus')
  })
})

describe('help sheet', () => {
  before(() => dressPage())
  afterEach(() => useSingleKeys(true))

  it('lists each key once with what it does, and passes axe', async () => {
    const sheet = await fixture(html`<tacit-help-sheet open></tacit-help-sheet>`)
    const lines = [...(sheet.shadowRoot?.querySelectorAll('section:not([aria-labelledby="elsewhere"]) .key') ?? [])]
    expect(lines).to.have.length(KEY_IDS.length)
    for (const id of KEY_IDS) {
      const line = lines.find((entry) => entry.querySelector('dt')?.firstChild?.nextSibling?.textContent === helpWords.keys[id] && entry.querySelectorAll('.press').length === KEY_MAP[id].keys.length)
      expect(line, id).not.to.equal(undefined)
    }
    await expect(sheet).to.be.accessible()
  })

  it('says that single letters are off, when they are', async () => {
    useSingleKeys(false)
    const sheet = await fixture(html`<tacit-help-sheet open></tacit-help-sheet>`)
    expect(sheet.shadowRoot?.querySelector('[role="note"]')?.textContent).to.contain('switched off')
  })
})

describe('settings', () => {
  before(() => dressPage())
  afterEach(() => {
    for (const name of ['tacit:language', 'tacit:theme', 'tacit:single-keys']) localStorage.removeItem(name)
    useSingleKeys(true)
    document.documentElement.dataset['theme'] = 'light'
  })

  async function settings(): Promise<{ dialog: TacitSettingsDialog; choose: (at: string) => void; loads: () => number }> {
    let loads = 0
    const dialog = await fixture<TacitSettingsDialog>(html`<tacit-settings-dialog open .reload=${() => { loads++ }}></tacit-settings-dialog>`)
    return { dialog, choose: (at) => dialog.renderRoot.querySelector<HTMLInputElement>(at)?.click(), loads: () => loads }
  }

  it('pass axe', async () => {
    await expect((await settings()).dialog).to.be.accessible()
  })

  it('keep the language, and load the page again only for another one', async () => {
    const { choose, loads } = await settings()
    choose('[name="language"][value="en"]')
    expect(chosenLanguage()).to.equal('en')
    expect(loads()).to.equal(0)
    choose('[name="language"][value="de"]')
    expect(chosenLanguage()).to.equal('de')
    expect(loads()).to.equal(1)
    choose('[name="language"][value=""]')
    expect(chosenLanguage()).to.equal(undefined)
  })

  it('change the colours at once, and follow the system again', async () => {
    const { choose } = await settings()
    choose('[name="theme"][value="dark"]')
    expect(document.documentElement.dataset['theme']).to.equal('dark')
    choose('[name="theme"][value=""]')
    expect(document.documentElement.dataset['theme']).to.equal(undefined)
  })

  it('switch keys of a single letter off, for now and for the next page; other keys stay', async () => {
    const { choose } = await settings()
    choose('[type="checkbox"]')
    expect(usesSingleKeys()).to.equal(false)
    expect(keyAt(new KeyboardEvent('keydown', { key: 'y' }), 'canvas')).to.equal(undefined)
    expect(keyAt(new KeyboardEvent('keydown', { key: 'Enter' }), 'canvas')).to.equal('edit')
    useSingleKeys(true)
    startKeys()
    expect(usesSingleKeys()).to.equal(false)
    choose('[type="checkbox"]')
    startKeys()
    expect(usesSingleKeys()).to.equal(true)
  })
})
