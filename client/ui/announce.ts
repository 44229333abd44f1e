// Says a sentence to people who listen instead of look. One polite and one assertive region for the whole page; only
// refused changes and a lost connection may be assertive.
export type Politeness = 'polite' | 'assertive'

const FRESH_REGION_MS = 60
const regions = new Map<Politeness, HTMLElement>()

function regionOf(politeness: Politeness): HTMLElement {
  const known = regions.get(politeness)
  if (known?.isConnected === true) return known
  const region = document.createElement('div')
  region.setAttribute('aria-live', politeness)
  region.setAttribute('role', politeness === 'polite' ? 'status' : 'alert')
  region.style.cssText = 'position:fixed;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap;inset-inline-start:0;inset-block-start:0'
  document.body.append(region)
  regions.set(politeness, region)
  return region
}

/** The same sentence twice is said twice: a fresh node each time. */
export function announce(text: string, politeness: Politeness = 'polite'): void {
  const fresh = regions.get(politeness)?.isConnected !== true
  const region = regionOf(politeness)
  const say = (): void => {
    const line = document.createElement('p')
    line.textContent = text
    region.replaceChildren(line)
  }
  // A region is only listened to once it stands in the page.
  if (fresh) setTimeout(say, FRESH_REGION_MS)
  else say()
}
