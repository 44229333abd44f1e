// Which page an address means, and moving between pages by the History API. A board's key stands in the fragment
// only: it is taken out of the address bar at once and handed over once. Knows no page elements.

/** A board's address may name a card to open; `key` is there until it has been exchanged. */
export type Route =
  | { readonly page: 'home' }
  | { readonly page: 'board'; readonly id: string; readonly card?: string; readonly key?: string }
  | { readonly page: 'device'; readonly token?: string }
  | { readonly page: 'lost' }

const ID = /^[A-Za-z0-9_-]{1,48}$/
/** What a secret in a fragment may look like; anything else is no secret and is dropped. */
const SECRET = /^[A-Za-z0-9_-]{8,128}$/

function secretOf(hash: string): string | undefined {
  const text = hash.replace(/^#/, '')
  return SECRET.test(text) ? text : undefined
}

export function routeOf(url: URL): Route {
  const path = url.pathname.replace(/\/+$/, '')
  const secret = secretOf(url.hash)
  if (path === '') return { page: 'home' }
  if (path === '/device') return { page: 'device', ...(secret === undefined ? {} : { token: secret }) }
  const id = /^\/b\/([^/]+)$/.exec(path)?.[1]
  if (id === undefined || !ID.test(id)) return { page: 'lost' }
  const card = url.searchParams.get('card')
  return { page: 'board', id, ...(card !== null && ID.test(card) ? { card } : {}), ...(secret === undefined ? {} : { key: secret }) }
}

/** The path of a board, and of one card on it. Never holds a key. */
export function boardPath(id: string, card?: string): string {
  return card === undefined ? `/b/${id}` : `/b/${id}?card=${card}`
}

/** Tells one listener which page is meant, now and after each move. */
export class Router {
  readonly #arrive: (route: Route) => void

  constructor(arrive: (route: Route) => void) {
    this.#arrive = arrive
  }

  start(): void {
    addEventListener('popstate', this.#read)
    addEventListener('hashchange', this.#read)
    this.#read()
  }

  stop(): void {
    removeEventListener('popstate', this.#read)
    removeEventListener('hashchange', this.#read)
  }

  /** `path` may carry a fragment, as the link of a new board does. */
  go(path: string): void {
    history.pushState(null, '', path)
    this.#read()
    scrollTo(0, 0)
  }

  readonly #read = (): void => {
    const url = new URL(location.href)
    const route = routeOf(url)
    // A secret must not stay where a shoulder, a screenshot or the history can see it.
    if (url.hash !== '' && route.page !== 'home') history.replaceState(history.state, '', url.pathname + url.search)
    this.#arrive(route)
  }
}

/** The path that a click on a link of ours means, or undefined when the browser should follow it itself. */
export function clickedPath(event: MouseEvent): string | undefined {
  if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return undefined
  const link = event.composedPath().find((node): node is HTMLAnchorElement => node instanceof HTMLAnchorElement)
  if (link === undefined || link.target !== '' || link.hasAttribute('download') || link.origin !== location.origin) return undefined
  if (routeOf(new URL(link.href)).page === 'lost') return undefined
  return link.pathname + link.search + link.hash
}
