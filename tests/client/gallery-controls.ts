// The second half of the gallery: every element of ui/ and the shared controls of the sheet, in one element whose shadow
// root wears the sheet as a panel does.
import { css, html, LitElement, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import { sheet } from '../../client/theme/sheet.ts'
import '../../client/ui/avatar.ts'
import '../../client/ui/banner.ts'
import '../../client/ui/dialog.ts'
import '../../client/ui/diff.ts'
import '../../client/ui/field.ts'
import { GLYPHS } from '../../client/ui/glyphs.ts'
import { iconSvg, type Icon } from '../../client/ui/icon.ts'
import { later } from '../../client/ui/later-icons.ts'
import { LOOKS } from '../../client/ui/looks.ts'
import { LUCIDE } from '../../client/ui/lucide.ts'
import '../../client/ui/menu.ts'
import { PERSON_COLORS } from '../../shared/protocol/person-color.ts'
import '../../client/ui/popover.ts'
import { ringSvg } from '../../client/ui/ring.ts'
import '../../client/ui/tally.ts'
import '../../client/ui/tile.ts'
import '../../client/ui/toasts.ts'
import { words } from '../../client/ui/words.ts'

const STANCES = ['yes', 'no', 'was', 'unsure', 'quiet'] as const
const MENU = [
  { id: 'assumption', label: 'Assumption', icon: 'assumption', kbd: 'A' },
  { id: 'goal', label: 'Goal', icon: 'goal', kbd: 'G' },
  { id: 'risk', label: 'Risk', icon: 'risk', kbd: 'R', hint: 'Something that may break' },
  { id: 'off', label: 'Not now', icon: 'lock', disabled: true, separated: true },
] as const

@customElement('gallery-controls')
export class GalleryControls extends LitElement {
  static override styles = [...sheet, css`
    :host { display: block; } h2 { font-size: 16px; line-height: 24px; margin: 32px 0 14px; }
    .wrap { display: flex; flex-wrap: wrap; gap: 10px 12px; align-items: center; } .cols { display: grid; grid-template-columns: 1fr 1fr 1fr; gap: 20px 40px; align-items: start; } .stack { display: grid; gap: 8px; } .icons { display: flex; flex-wrap: wrap; gap: 10px; color: var(--ink-2); }
    .paper { background: var(--surface); padding: 16px; border-radius: 12px; box-shadow: var(--e1); }
  `]

  override render(): TemplateResult {
    return html`
      <h2>Buttons</h2><div class="paper wrap">
        <button class="btn primary">${iconSvg('check')}Confirm for Product</button><button class="btn">${iconSvg('notequal')}Dispute</button><button class="btn ghost">Not now</button><button class="btn sm">Ask again</button><button class="btn primary lg">Confirm</button>
        <button class="btn primary xl">${iconSvg('plus')}New board</button><button class="btn" disabled>Off</button><button class="icon-btn" aria-label="More">${iconSvg('more')}</button><button class="icon-btn" aria-pressed="true" aria-label="Select">${iconSvg('select', 18)}</button>
        <span class="seg"><button aria-pressed="true">${iconSvg('canvas')}Canvas</button><button aria-pressed="false">${iconSvg('table')}Ledger</button></span><kbd class="kbd">Ctrl K</kbd></div>
      <h2>Strip</h2><div class="paper wrap"><tacit-tally .counts=${{ unconfirmed: 7, stale: 2, disputed: 1, refuted: 1, confirmed: 3 }}></tacit-tally>
        ${LOOKS.map((look, i) => html`<button class="chip s-${look}" aria-pressed=${i === 1}>${ringSvg(undefined, look, 16)}<span><b>${i + 1}</b> ${words.look(look)}</span></button>`)}</div>
      <h2>People and teams</h2><div class="paper wrap">${PERSON_COLORS.map((color, i) => html`<tacit-avatar name=${`Ana ${'BCDEFG'[i] ?? ''}`} color=${color}></tacit-avatar>`)}<tacit-avatar name=""></tacit-avatar><tacit-avatar small name="Dele Adeyemi" color="#4f7a1e"></tacit-avatar>
        ${STANCES.map((stance) => html`<tacit-tile code="SR" name="SRE" stance=${stance}></tacit-tile>`)}${STANCES.map((stance) => html`<tacit-tile large code="SR" name="SRE" stance=${stance}></tacit-tile>`)}</div>
      <h2>Fields, banners, menu</h2><div class="cols"><div class="paper stack">
        <tacit-field label="Your name" value="Mara Oyelaran" hint="Others see it beside your answers."></tacit-field><tacit-field label="Team" type="choice" .options=${[{ value: 'a', label: 'Product' }, { value: 'b', label: 'SRE' }]}></tacit-field>
        <tacit-field label="Reason" type="multiline" placeholder="What makes you say no?" optional></tacit-field><tacit-field label="Due" type="date" error="This day has passed."></tacit-field></div>
        <div class="stack"><tacit-banner kind="offline">You are offline. Keep working; it will be sent when you are back.</tacit-banner><tacit-banner kind="view-only">You can look, not change.<button slot="actions" class="btn sm">Ask to edit</button></tacit-banner>
          <tacit-banner kind="error">The server refused the last 2 changes. They are still here.<button slot="actions" class="btn sm">Try again</button><button slot="actions" class="btn ghost sm">Copy</button></tacit-banner><tacit-banner kind="info">Two people changed this while you were away.</tacit-banner>
          <p class="paper"><tacit-diff was="Sales will stop quoting seat prices on 1 April." now="Sales will stop quoting seat prices on 1 March."></tacit-diff></p></div>
        <div class="stack"><span><tacit-menu label="More" .items=${MENU}><button slot="trigger" class="btn">More</button></tacit-menu></span><span><tacit-popover label="Share"><button slot="trigger" class="btn">Share</button><p style="padding:16px">Anything can stand here.</p></tacit-popover></span></div></div>
      <h2>Icons</h2><div class="icons">${[...Object.keys(GLYPHS), ...Object.keys(LUCIDE), ...Object.values(later)].map((icon) => iconSvg(icon as Icon, 20))}</div>`
  }
}
