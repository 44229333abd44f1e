// Where the browser begins: the tokens, the theme, the dictionary of the page's language, and then the application,
// which makes its words while it loads.
import './theme/tokens.css'
import { startTheme } from './app/theme-choice.ts'
import { language } from './language/language.ts'
import { useDictionary } from './language/translated.ts'

startTheme()
document.documentElement.lang = language()
if (language() === 'de') {
  // Without its dictionary the page still works, in English.
  const german = await import('./app/german.ts').catch(() => undefined)
  if (german === undefined) document.documentElement.lang = 'en'
  else useDictionary(german.german)
}
await import('./app/app.ts')
