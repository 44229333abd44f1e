// The colours and lines of states for what is painted instead of drawn by styles: far cards and the minimap. The tokens
// are read once for a theme, because only an element knows which of a token's two colours holds.
import { LOOKS, type Look } from '../../ui/looks.ts'

export interface Paint { readonly text: string; readonly line: string; readonly tint: string; readonly dash: readonly number[]; readonly width: number }

/** The look's colours in the tokens, and its line in screen pixels. */
const LINES: Readonly<Record<Look, { readonly token: string; readonly dash: readonly number[]; readonly width: number }>> = {
  unconfirmed: { token: 'believed', dash: [5, 4], width: 1.5 },
  stale: { token: 'stale', dash: [12, 3, 2, 3], width: 1.5 },
  disputed: { token: 'disputed', dash: [], width: 1.5 },
  refuted: { token: 'refuted', dash: [], width: 1 },
  confirmed: { token: 'known', dash: [], width: 1.5 },
  retired: { token: 'retired', dash: [], width: 1 },
}
/** What is retired has no colours of its own. */
const PLAIN: Readonly<Record<string, string>> = { '--retired-line': '--line-2', '--retired-tint': '--frame', '--retired': '--ink-3' }
const TOKENS = ['--ink', '--on-ink', '--surface', '--frame', '--line', '--line-2', '--edge', '--context-paper', '--accent', '--sunk', '--canvas'] as const
const dark = matchMedia('(prefers-color-scheme: dark)')
const forced = matchMedia('(forced-colors: active)')

export class StatePaints {
  readonly #host: Element
  #theme: string | undefined
  #colors = new Map<string, string>()
  #paints = new Map<Look, Paint>()

  /** `host` is where the tokens are read. */
  constructor(host: Element) {
    this.#host = host
  }

  /** Another word for each theme: cheap to ask for. */
  get theme(): string {
    return `${document.documentElement.dataset['theme'] ?? ''} ${dark.matches} ${forced.matches}`
  }

  color(token: (typeof TOKENS)[number]): string {
    this.#read()
    return this.#colors.get(token) ?? ''
  }

  of(look: Look): Paint {
    this.#read()
    return this.#paints.get(look) ?? { text: '', line: '', tint: '', dash: [], width: 1 }
  }

  #read(): void {
    if (this.#theme === this.theme) return
    this.#theme = this.theme
    const probe = document.createElement('span')
    this.#host.shadowRoot?.append(probe)
    const read = (token: string): string => {
      probe.style.color = `var(${PLAIN[token] ?? token})`
      return getComputedStyle(probe).color
    }
    this.#colors = new Map(TOKENS.map((token) => [token, read(token)]))
    this.#paints = new Map(LOOKS.map((look) => [look, { dash: LINES[look].dash, width: LINES[look].width, text: read(`--${LINES[look].token}`), line: read(`--${LINES[look].token}-line`), tint: read(`--${LINES[look].token}-tint`) }]))
    probe.remove()
  }
}
