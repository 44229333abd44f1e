// Says a sentence to people who listen instead of look. One polite and one assertive region for the whole page, and for
// each modal dialog while it is open; only refused changes and a lost connection may be assertive.
export type Politeness = 'polite' | 'assertive'

const FRESH_REGION_MS = 60
const regions = new WeakMap<HTMLElement, Map<Politeness, HTMLElement>>()
/** Open modal dialogs, the last on top: everything outside of it is inert, and unheard with it. */
const modals: HTMLDialogElement[] = []

/** What is said from now on is said inside this open modal dialog; the answer ends that. */
export function heardInside(dialog: HTMLDialogElement): () => void {
  modals.push(dialog)
  return () => {
    const at = modals.indexOf(dialog)
    if (at >= 0) modals.splice(at, 1)
  }
}

function regionIn(root: HTMLElement, politeness: Politeness): { readonly region: HTMLElement; readonly fresh: boolean } {
  const there = regions.get(root) ?? new Map<Politeness, HTMLElement>()
  regions.set(root, there)
  const known = there.get(politeness)
  if (known?.isConnected === true) return { region: known, fresh: false }
  const region = document.createElement('div')
  region.setAttribute('aria-live', politeness)
  region.setAttribute('role', politeness === 'polite' ? 'status' : 'alert')
  region.style.cssText = 'position:fixed;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap;inset-inline-start:0;inset-block-start:0'
  root.append(region)
  there.set(politeness, region)
  return { region, fresh: true }
}

/** Whether the page itself can be reached now: under an open modal dialog it cannot. */
export const pageIsReachable = (): boolean => openModal() === undefined

const openModal = (): HTMLElement | undefined => modals.findLast(({ isConnected, open }) => isConnected && open)

function sayIn(root: HTMLElement, text: string, politeness: Politeness): void {
  const { region, fresh } = regionIn(root, politeness)
  const say = (): void => {
    const line = document.createElement('p')
    line.textContent = text
    region.replaceChildren(line)
  }
  // A region is only listened to once it stands in the page.
  if (fresh) setTimeout(say, FRESH_REGION_MS)
  else say()
}

/** The same sentence twice is said twice: a fresh node each time. */
export function announce(text: string, politeness: Politeness = 'polite'): void {
  // What is done in a dialog often closes it: a moment later it is known where one listens.
  if (openModal() === undefined) sayIn(document.body, text, politeness)
  else setTimeout(() => sayIn(openModal() ?? document.body, text, politeness), FRESH_REGION_MS)
}
