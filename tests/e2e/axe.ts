// What axe finds on a page, as lines to read. Contrast takes most of its time and is asked where colours are chosen: in
// both themes, on a desk and on a phone.
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

export async function faults(page: Page, { contrast = true }: { readonly contrast?: boolean } = {}): Promise<string[]> {
  // Without the second page that axe would open to put frames together: there are none.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'], rules: { 'color-contrast': { enabled: contrast } } })
  const { violations } = await axe.analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary?.split('\n')[1]?.trim() ?? ''}`))
}
