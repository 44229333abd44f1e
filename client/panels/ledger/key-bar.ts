// The keys of the ledger at its foot, for those who look: the help sheet has them all. Not there on a phone.
import { css, html, type TemplateResult } from 'lit'
import { keyCaps } from '../../ui/key-caps.ts'
import { KEY_MAP, usesSingleKeys, type KeyId } from '../../ui/key-map.ts'
import { ledgerWords } from './words.ts'

export const keyBarStyles = css`
  .keys { display: flex; align-items: center; gap: 20px; height: 44px; padding: 0 var(--side); font-size: 12px; line-height: 16px; color: var(--ink-2); border-top: 1px solid var(--line); background: var(--surface); overflow: hidden; white-space: nowrap; }
  .keys .key { display: inline-flex; align-items: center; gap: 6px; flex: none; }
  @container (max-width: 1060px) { .keys { display: none; } }
  @media (pointer: coarse) { .keys { display: none; } }
`

function cap(id: KeyId): string {
  const [key = ''] = KEY_MAP[id].keys
  return keyCaps(key).join(' ')
}

function key(ids: readonly KeyId[], label: string): TemplateResult {
  return html`<span class="key">${ids.map((id) => html`<kbd class="kbd">${cap(id)}</kbd>`)}${label}</span>`
}

/** `answers`: the reader may answer and ask. */
export function keyBar(answers: boolean): TemplateResult {
  const { keys } = ledgerWords
  const single = usesSingleKeys()
  return html`<div class="keys" role="note" aria-label=${keys.label}>
    ${single ? key(['next', 'previous'], keys.move) : ''}
    ${answers && single ? [key(['confirm'], keys.confirm), key(['dispute'], keys.dispute), key(['unsure'], keys.unsure), key(['ask'], keys.ask)] : ''}
    ${key(['openRow'], keys.open)}${single ? key(['findHere'], keys.find) : ''}<span class="grow"></span>
    ${single ? [key(['otherView'], keys.canvas), key(['help'], keys.all)] : ''}</div>`
}
