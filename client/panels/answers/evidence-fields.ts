// Three fields for a piece of evidence: its kind, what it shows, and a link. Holds a draft until it is asked for it;
// an incomplete one says what is missing.
import { css, html, LitElement, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { EVIDENCE_KINDS, type Evidence, type EvidenceKind } from '../../../shared/board/records.ts'
import { DEFAULT_LIMITS } from '../../../shared/protocol/limits.ts'
import '../../ui/field.ts'
import type { TacitField } from '../../ui/field.ts'
import { evidenceWords } from '../words.ts'

const KINDS = EVIDENCE_KINDS.map((kind) => ({ value: kind, label: evidenceWords.kinds[kind] }))

/** Only links that a click may follow. */
export function isWebLink(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text) && URL.canParse(text)
}

@customElement('tacit-evidence-fields')
export class TacitEvidenceFields extends LitElement {
  static override styles = css`
    :host { display: grid; gap: 10px; grid-template-columns: 132px minmax(0, 1fr); }
    .url { grid-column: 1 / -1; }
    @media (max-width: 420px) { :host { grid-template-columns: 1fr; } }
  `

  /** What was said before, to be changed. */
  @property({ attribute: false }) evidence: Evidence | undefined
  @state() private kind: EvidenceKind = 'data'
  @state() private note = ''
  @state() private url = ''
  @state() private asked = false
  @query('.note') private readonly noteField!: TacitField

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('evidence') || this.evidence === undefined) return
    this.kind = this.evidence.kind
    this.note = this.evidence.note ?? ''
    this.url = this.evidence.url ?? ''
  }

  override async focus(): Promise<void> {
    await this.updateComplete
    this.noteField.focus()
  }

  /** Something has been written. */
  get begun(): boolean {
    return this.note.trim() !== '' || this.url.trim() !== ''
  }

  /** The evidence, or undefined while it is incomplete; what is missing is then shown. */
  take(): Evidence | undefined {
    const note = this.note.trim()
    const url = this.url.trim()
    this.asked = true
    if (!this.begun) {
      void this.focus()
      return undefined
    }
    if (url !== '' && !isWebLink(url)) return undefined
    return { kind: this.kind, ...(note === '' ? {} : { note }), ...(url === '' ? {} : { url }) }
  }

  override render(): TemplateResult {
    const noteError = this.asked && !this.begun ? evidenceWords.noteMissing : ''
    const urlError = this.asked && this.url.trim() !== '' && !isWebLink(this.url.trim()) ? evidenceWords.badUrl : ''
    return html`
      <tacit-field type="choice" label=${evidenceWords.kind} .options=${KINDS} .value=${this.kind} @input=${(event: Event) => { this.kind = valueOf(event) as EvidenceKind }}></tacit-field>
      <tacit-field class="note" label=${evidenceWords.note} .value=${this.note} .error=${noteError} hint=${this.kind === 'opinion' ? evidenceWords.opinionHint : ''}
        maxlength=${DEFAULT_LIMITS.fieldChars} @input=${(event: Event) => { this.note = valueOf(event) }}></tacit-field>
      <tacit-field class="url" type="url" label=${evidenceWords.url} placeholder="https://" .value=${this.url} .error=${urlError}
        maxlength=${DEFAULT_LIMITS.fieldChars} @input=${(event: Event) => { this.url = valueOf(event) }}></tacit-field>`
  }
}

function valueOf(event: Event): string {
  return (event.target as TacitField).value
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-evidence-fields': TacitEvidenceFields }
}
