// Every card in every state and level, and every control, passes axe in both themes.
import { expect } from '@open-wc/testing'
import { renderGallery } from '../gallery.ts'
import { dressPage, type Theme } from '../support/dress.ts'

describe('the gallery', () => {
  for (const theme of ['light', 'dark'] as const satisfies readonly Theme[]) {
    it(`has nothing that axe finds, in the ${theme} theme`, async function () {
      this.timeout(120_000)
      await dressPage(theme)
      document.documentElement.lang = 'en'
      document.title = 'Gallery'
      const page = document.createElement('div')
      document.body.append(page)
      renderGallery(page, theme)
      const cards = [...page.querySelectorAll('tacit-card')]
      expect(cards.length).to.be.greaterThan(100)
      await Promise.all(cards.map((card) => card.updateComplete))
      await expect(page).to.be.accessible()
      page.remove()
    })
  }
})
