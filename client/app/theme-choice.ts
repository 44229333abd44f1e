// Light or dark: follows the system until somebody chooses, and remembers the choice in this browser.
// The tokens of client/theme follow the system unless `data-theme` of the root element says otherwise.
import { recall, remember } from './browser-memory.ts'

export type Theme = 'light' | 'dark'

/** The person's own choice; undefined while the page follows the system. */
export function chosenTheme(): Theme | undefined {
  const value = recall('theme')
  return value === 'light' || value === 'dark' ? value : undefined
}

function show(theme: Theme | undefined): void {
  if (theme === undefined) delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
}

/** Called once, before the first page is drawn. */
export function startTheme(): void {
  show(chosenTheme())
}

/** The theme that is on screen. */
export function theme(): Theme {
  const shown = document.documentElement.dataset['theme']
  if (shown === 'light' || shown === 'dark') return shown
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

export function chooseTheme(next: Theme): void {
  remember('theme', next)
  show(next)
}

export function followSystemTheme(): void {
  remember('theme', undefined)
  show(undefined)
}
