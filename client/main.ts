// Where the browser begins: the tokens, the theme, the dictionary of the page's language, and then the application,
// which makes its words while it loads.
import './theme/tokens.css'
import { startKeys } from './app/key-choice.ts'
import { keepShell } from './app/offline-shell.ts'
import { startTheme } from './app/theme-choice.ts'
import { drawsOut, language, settleForEnglish } from './language/language.ts'
import { useDictionary, useRewriting } from './language/translated.ts'

startTheme()
startKeys()
if (language() === 'de') {
  // Without its dictionary the page still works, in English.
  const german = await import('./app/german.ts').catch(() => undefined)
  if (german === undefined) settleForEnglish()
  else useDictionary(german.german)
}
if (drawsOut()) {
  const { lengthened } = await import('./language/long.ts')
  useRewriting((words) => lengthened(words) as object)
}
document.documentElement.lang = language()
await import('./app/app.ts')
keepShell()
