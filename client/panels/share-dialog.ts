// Sharing a board: its links, what each allows in words, making one, taking one back. A key is shown once, when it is
// made; a board that was just made brings its four first links along. Only owners see and make links.
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { CreatedBoard, SharingLink } from '../../shared/protocol/http.ts'
import type { Right } from '../../shared/protocol/rights.ts'
import { makeLink, revokeLink, sharingLinks } from '../session/api.ts'
import { sheet } from '../theme/sheet.ts'
import '../ui/banner.ts'
import '../ui/dialog.ts'
import '../ui/field.ts'
import type { TacitField } from '../ui/field.ts'
import { iconSvg } from '../ui/icon.ts'
import { dayInWords } from '../language/dates.ts'
import { shareWords } from './words.ts'

/** The rights that people are given by a link here, the smallest first. */
const GIVEN = ['view', 'contribute', 'edit', 'own'] as const satisfies readonly Right[]
type Given = (typeof GIVEN)[number]

/** A link whose key is still known, because it was just made. */
interface FreshLink { readonly right: Right; readonly name: string; readonly url: string }

@customElement('tacit-share-dialog')
export class TacitShareDialog extends LitElement {
  static override styles = [...sheet, css`
    tacit-dialog { --dialog-width: 600px; }
    .body { display: grid; gap: 20px; }
    h3 { font-size: 14px; line-height: 20px; margin-bottom: 8px; }
    .fresh { display: grid; gap: 12px; padding: 14px; border-radius: var(--r3); background: var(--accent-tint); }
    .one { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 4px 8px; align-items: center; }
    .one .about { grid-column: 1 / -1; display: flex; gap: 8px; align-items: baseline; flex-wrap: wrap; }
    .one .input { font-size: 13px; }
    .one .btn { height: 36px; min-width: 84px; }
    form { display: grid; grid-template-columns: 180px minmax(0, 1fr); gap: 12px; align-items: start; }
    form .wide { grid-column: 1 / -1; }
    form + .fresh { margin-top: 16px; }
    li { display: flex; gap: 12px; align-items: center; min-height: 44px; padding: 4px 0; border-top: 1px solid var(--line); }
    li:first-child { border-top: 0; }
    li.dead { color: var(--ink-3); }
    .sure { display: grid; gap: 8px; padding: 8px 0; }
    @media (max-width: 480px) { form { grid-template-columns: 1fr; } .btn { min-height: 40px; } }
  `]

  @property() board = ''
  @property({ type: Boolean }) open = false
  @property({ type: Boolean }) owns = false
  /** The four links of a board that was just made. */
  @property({ attribute: false }) first: CreatedBoard['urls'] | undefined
  /** Names of the owners, for those who are none. */
  @property({ attribute: false }) owners: readonly string[] = []
  @property({ type: Number }) now = 0

  @state() private links: readonly SharingLink[] | undefined
  @state() private made: readonly FreshLink[] = []
  @state() private right: Given = 'edit'
  @state() private name = ''
  @state() private busy = false
  @state() private failure = ''
  @state() private copied = ''
  @state() private uncopied = false
  /** The id of the link whose end is being asked about. */
  @state() private revoking = ''

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('open') && this.open && this.owns) void this.#read()
  }

  override render(): TemplateResult {
    return html`<tacit-dialog heading=${shareWords.title} .open=${this.open} @dialog-closed=${this.#forget}>
      <div class="body">${this.owns ? this.#owner() : this.#other()}</div></tacit-dialog>`
  }

  #other(): TemplateResult {
    return html`<p>${shareWords.ownersOnly}</p>${this.owners.length === 0 ? nothing : html`<p class="muted">${shareWords.owners(this.owners)}</p>`}`
  }

  #owner(): TemplateResult {
    const first: readonly FreshLink[] = this.first === undefined ? [] : GIVEN.map((right) => ({ right, name: '', url: this.first?.[right] ?? '' }))
    return html`<p class="muted">${shareWords.intro}</p>
      ${this.#freshOnes(shareWords.fresh, first)}
      ${this.#maker()}
      ${this.#list()}`
  }

  #freshOnes(say: string, links: readonly FreshLink[]): TemplateResult | typeof nothing {
    if (links.length === 0) return nothing
    return html`<div class="fresh" role="status"><p>${say}</p>${links.map((link) => this.#fresh(link))}${this.uncopied ? html`<p class="error">${shareWords.copyFailed}</p>` : nothing}</div>`
  }

  #fresh(link: FreshLink): TemplateResult {
    const said = shareWords.right[link.right]
    return html`<div class="one"><span class="about"><b>${link.name === '' ? said : `${link.name}: ${said}`}</b><span class="meta">${shareWords.allows[link.right]}</span></span>
      <input class="input" readonly aria-label=${shareWords.url(said)} .value=${link.url} @focus=${(event: FocusEvent) => (event.target as HTMLInputElement).select()}>
      <button type="button" class="btn" aria-label=${shareWords.copyOne(said)} @click=${(event: Event) => void this.#copy(link.url, event)}>${this.copied === link.url ? html`${iconSvg('check')}${shareWords.copiedShort}` : html`${iconSvg('copy')}${shareWords.copy}`}</button></div>`
  }

  #maker(): TemplateResult {
    const options = GIVEN.map((right) => ({ value: right, label: shareWords.right[right] }))
    return html`<section aria-labelledby="make"><h3 id="make">${shareWords.make}</h3><form @submit=${this.#make}>
      <tacit-field type="choice" label=${shareWords.makeRight} .options=${options} .value=${this.right} @input=${(event: Event) => { this.right = (event.target as TacitField).value as Given }}></tacit-field>
      <tacit-field label=${shareWords.makeName} maxlength="80" placeholder=${shareWords.namePlaceholder} .value=${this.name} @input=${(event: Event) => { this.name = (event.target as TacitField).value }}></tacit-field>
      <p class="hint wide">${shareWords.allows[this.right]}</p>
      <span class="wide"><button type="submit" class="btn primary" ?disabled=${this.busy}>${iconSvg('link')}${shareWords.make}</button></span>
    </form>${this.#freshOnes(shareWords.once, this.made)}</section>`
  }

  #list(): TemplateResult {
    return html`<section aria-labelledby="links"><h3 id="links">${shareWords.links}</h3>
      ${this.failure === '' ? nothing : html`<tacit-banner kind="error">${this.failure}<button slot="actions" type="button" class="btn sm" @click=${() => void this.#read()}>${shareWords.again}</button></tacit-banner>`}
      ${this.links === undefined ? (this.failure === '' ? html`<p class="muted">${shareWords.loading}</p>` : nothing) : html`<ul>${this.links.map((link) => this.#link(link))}</ul>`}</section>`
  }

  #link(link: SharingLink): TemplateResult {
    const name = this.#nameOf(link)
    if (this.revoking === link.id) return html`<li class="sure"><p>${shareWords.confirmRevoke(name)}</p><span class="row">
      <button type="button" class="btn primary sm" @click=${() => void this.#revoke(link.id)}>${shareWords.revoke}</button><button type="button" class="btn ghost sm" @click=${() => { this.revoking = '' }}>${shareWords.keep}</button></span></li>`
    const dead = link.revokedAt !== undefined
    return html`<li class=${dead ? 'dead' : ''}><span class="grow">${link.name === '' ? html`<b>${name}</b>` : html`<b>${shareWords.right[link.right]}</b> ${name}`}<span class="meta" style="display: block">${dead ? shareWords.isRevoked : shareWords.made(dayInWords(link.createdAt, this.now))}</span></span>
      ${dead ? nothing : html`<button type="button" class="btn ghost sm" aria-label=${shareWords.revokeOne(link.name === '' ? name : `${shareWords.right[link.right]}, ${name}`)} @click=${() => { this.revoking = link.id }}>${shareWords.revoke}</button>`}</li>`
  }

  /** Those made with the board are its oldest, all of one moment. */
  #nameOf({ name, right, createdAt }: SharingLink): string {
    if (name !== '') return name
    const oldest = (this.links ?? []).every((link) => Date.parse(link.createdAt) >= Date.parse(createdAt))
    return (oldest ? shareWords.first : shareWords.unnamed)[right]
  }

  async #read(): Promise<void> {
    this.failure = ''
    try {
      const links = await sharingLinks(this.board)
      this.links = links.filter((link) => link.right !== 'embed').toSorted((a, b) => Number(a.revokedAt !== undefined) - Number(b.revokedAt !== undefined) || GIVEN.indexOf(a.right as Given) - GIVEN.indexOf(b.right as Given))
    } catch (error) {
      this.failure = shareWords.failed(error instanceof Error ? error.message : '')
    }
  }

  readonly #make = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    this.busy = true
    try {
      const name = this.name.trim()
      const { right, url } = await makeLink(this.board, { right: this.right, ...(name === '' ? {} : { name }) })
      this.made = [{ right, name, url }, ...this.made]
      this.name = ''
      await this.#read()
    } catch (error) {
      this.failure = shareWords.notMade(error instanceof Error ? error.message : '')
    }
    this.busy = false
  }

  async #revoke(id: string): Promise<void> {
    this.revoking = ''
    try {
      await revokeLink(this.board, id)
      await this.#read()
    } catch (error) {
      this.failure = shareWords.notRevoked(error instanceof Error ? error.message : '')
    }
  }

  async #copy(url: string, event: Event): Promise<void> {
    const field = (event.currentTarget as HTMLElement).parentElement?.querySelector('input')
    try {
      await navigator.clipboard.writeText(url)
      this.copied = url
      this.uncopied = false
    } catch {
      this.uncopied = true
      field?.focus()
    }
  }

  /** A key is shown while the dialog is open and never again. */
  readonly #forget = (): void => {
    this.made = []
    this.copied = ''
    this.revoking = ''
    this.links = undefined
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-share-dialog': TacitShareDialog }
}
