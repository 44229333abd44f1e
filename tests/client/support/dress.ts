// Gives a test page what the product's page has: tokens, fonts and a theme. Measurements mean nothing without the font.
export type Theme = 'light' | 'dark'

const FONT_WEIGHTS = ['400', '500', '600']

/** Loads tokens and fonts once and sets the theme; resolves when text has its final width. */
export async function dressPage(theme: Theme = 'light'): Promise<void> {
  document.documentElement.dataset['theme'] = theme
  if (document.querySelector('link[data-tokens]') === null) {
    const link = document.createElement('link')
    link.rel = 'stylesheet'
    link.href = new URL('../../../client/theme/tokens.css', import.meta.url).href
    link.dataset['tokens'] = ''
    await new Promise((resolve, reject) => {
      link.addEventListener('load', resolve)
      link.addEventListener('error', () => reject(new Error('The tokens did not load')))
      document.head.append(link)
    })
  }
  await Promise.all(FONT_WEIGHTS.map((weight) => document.fonts.load(`${weight} 14px "Hanken Grotesk Variable"`, 'Aa1')))
  await document.fonts.ready
}
