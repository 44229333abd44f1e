// The language of the page: chosen by the person, or else the browser's. It is known before any word is made and holds
// until the page is loaded again. Also the formats of numbers and dates that go with it. Knows no words.

export const LANGUAGES = ['en', 'de'] as const
export type Language = (typeof LANGUAGES)[number]

/** Where the choice is kept; its value is JSON, as everything that the browser keeps for Tacit. */
const KEPT = 'tacit:language'

function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((language) => language === value)
}

/** The first language of `wanted` (BCP 47, as navigator.languages) that Tacit speaks, else English. */
export function spoken(wanted: readonly string[]): Language {
  return wanted.map((tag) => tag.toLowerCase().split('-')[0]).find(isLanguage) ?? 'en'
}

/** The person's own choice; undefined while they follow the browser. */
export function chosenLanguage(): Language | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEPT) ?? 'null')
    return isLanguage(kept) ? kept : undefined
  } catch {
    return undefined
  }
}

/** Keeps the choice (undefined: the browser's language again). It counts from the next load of the page. */
export function chooseLanguage(language: Language | undefined): void {
  try {
    if (language === undefined) localStorage.removeItem(KEPT)
    else localStorage.setItem(KEPT, JSON.stringify(language))
  } catch {
    // Private windows and full disks: the page stays in the browser's language.
  }
}

/** For tests of layouts: the words of the page are drawn out; see long.ts. */
export function drawsOut(): boolean {
  try {
    return localStorage.getItem(KEPT) === '"long"'
  } catch {
    return false
  }
}

let current: Language | undefined

/** The dictionary did not come: the page is English from here on. */
export function settleForEnglish(): void {
  current = 'en'
}

/** The language of this page. */
export function language(): Language {
  current ??= chosenLanguage() ?? spoken(typeof navigator === 'undefined' ? [] : navigator.languages)
  return current
}

/** The tag for Intl: days come before months in both. */
export function locale(): string {
  return language() === 'de' ? 'de-DE' : 'en-GB'
}
