// Where the browser begins: the tokens, the application, and the theme before anything is drawn.
import './theme/tokens.css'
import './app/app.ts'
import { startTheme } from './app/theme-choice.ts'

startTheme()
