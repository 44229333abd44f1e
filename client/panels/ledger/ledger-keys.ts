// The keys of the ledger, as the one map of keys lists them for it: moving among rows here, everything else as a wish of
// the row or, where the board's page does it, as `key-wanted`.
import type { Card } from '../../../shared/board/records.ts'
import type { Stance } from '../../../shared/rules/judgements.ts'
import { isFiltering, NO_FILTER, type Filter } from '../../session/filter.ts'
import { announce } from '../../ui/announce.ts'
import { keyAt, type KeyId } from '../../ui/key-map.ts'
import { isDecided } from '../waiting.ts'
import type { RowWish } from './row-actions.ts'
import type { LedgerRow } from './rows.ts'
import { ledgerWords } from './words.ts'

/** What the keys ask of the ledger. */
export interface KeyedLedger {
  readonly rows: readonly LedgerRow[]
  readonly row: LedgerRow | undefined
  readonly card: Card | undefined
  readonly selection: ReadonlySet<string>
  readonly filter: Filter
  readonly onAction: boolean
  moveTo(key: string): void
  fold(key: string, open: boolean): void
  stepAction(by: 1 | -1): void
  focusRow(): void
  focusFind(): void
  edit(key: string): Promise<void>
  dispute(): void
  askWhy(stance: Stance): void
  goOn(): void
  wish(wish: RowWish): void
  tell(name: string, detail: unknown): void
}

/** Keys that are wishes of the row. */
const WISHES: Partial<Record<KeyId, RowWish>> = { ask: 'ask', evidence: 'evidence', openRow: 'open', link: 'link', why: 'why', premise: 'premise', remove: 'delete', otherView: 'canvas' }
/** Keys that the page of the board carries out. */
const PAGE: ReadonlySet<KeyId> = new Set<KeyId>([
  'inTurn', 'overview', 'add', 'toFoundation', 'toCarried', 'copy',
  'filterUnconfirmed', 'filterStale', 'filterDisputed', 'filterRefuted', 'filterConfirmed', 'filterNotHeard', 'filterNone',
])

export class LedgerKeys {
  readonly #ledger: KeyedLedger

  constructor(ledger: KeyedLedger) {
    this.#ledger = ledger
  }

  readonly down = (event: KeyboardEvent): void => {
    const key = event.key === 'F2' && !event.defaultPrevented ? 'edit' : keyAt(event, 'ledger')
    // On a button of the row, Enter and Space press it.
    if (key === undefined || (this.#ledger.onAction && (key === 'openRow' || key === 'selectRow'))) return
    if (this.#move(key, event) || this.#answer(key) || this.#rest(key)) {
      event.preventDefault()
      event.stopPropagation()
    }
  }

  /** Adds a card to the selection, or takes it out. */
  toggle(id: string): void {
    const ids = new Set(this.#ledger.selection)
    if (!ids.delete(id)) ids.add(id)
    this.#ledger.tell('rows-selected', { ids: [...ids] })
    announce(ledgerWords.selected(ids.size))
  }

  #move(key: KeyId, event: KeyboardEvent): boolean {
    const { rows, row } = this.#ledger
    const here = row === undefined ? -1 : rows.indexOf(row)
    if (key === 'fold') this.#fold(event.key === 'ArrowRight', row, here)
    else if (key === 'rows' && event.key === 'Home') this.#to(0)
    else if (key === 'rows' && event.key === 'End') this.#to(rows.length - 1)
    else if (key === 'rows') this.#to(here + (event.key === 'ArrowDown' ? 1 : -1))
    else if (key === 'next' || key === 'previous') this.#toCard(here, key === 'next' ? 1 : -1)
    else return false
    return true
  }

  #to(place: number): void {
    const row = this.#ledger.rows[place]
    if (row !== undefined) this.#ledger.moveTo(row.key)
  }

  /** J and K pass over headings. */
  #toCard(here: number, by: 1 | -1): void {
    const { rows } = this.#ledger
    for (let at = here + by; at >= 0 && at < rows.length; at += by) if (rows[at]?.type === 'card') return this.#to(at)
  }

  #fold(right: boolean, row: LedgerRow | undefined, here: number): void {
    const ledger = this.#ledger
    if (row === undefined) return
    if (ledger.onAction) return ledger.stepAction(right ? 1 : -1)
    if (right && row.open === false) return ledger.fold(row.key, true)
    if (right) return row.type === 'heading' ? this.#to(here + 1) : ledger.stepAction(1)
    if (row.open === true) return ledger.fold(row.key, false)
    for (let at = here - 1; at >= 0; at--) if ((ledger.rows[at]?.level ?? 0) < row.level) return this.#to(at)
  }

  #answer(key: KeyId): boolean {
    const { card } = this.#ledger
    if (key !== 'confirm' && key !== 'dispute' && key !== 'unsure') return false
    if (card !== undefined && isDecided(card) && !card.retired) return this.#stand(card, key)
    if (card === undefined || card.kind !== 'assumption' || card.retired) return true
    if (key === 'dispute') this.#ledger.dispute()
    else this.#ledger.tell('answer-wanted', { id: card.id, verdict: key === 'confirm' ? 'confirm' : 'unsure' })
    return true
  }

  /** The keys of an answer, where a stance is one: yes, not as written, and yes with a doubt. */
  #stand({ id }: Card, key: 'confirm' | 'dispute' | 'unsure'): boolean {
    if (key === 'confirm') this.#ledger.tell('stance-wanted', { id, stance: 'agree' })
    else this.#ledger.askWhy(key === 'dispute' ? 'block' : 'concerns')
    return true
  }

  #rest(key: KeyId): boolean {
    const ledger = this.#ledger
    const wish = WISHES[key]
    const { row } = ledger
    if (key === 'edit') void (row?.type === 'card' ? ledger.edit(row.key) : undefined)
    else if (key === 'openRow' && row?.type === 'heading') ledger.fold(row.key, !row.open)
    else if (wish !== undefined && (row?.type === 'card' || key === 'otherView')) this.#wish(wish)
    else if (key === 'selectRow' && row?.type === 'card') this.toggle(row.id)
    else if (key === 'selectRow' && row?.type === 'heading') ledger.fold(row.key, !row.open)
    else if (key === 'selectAll') ledger.tell('rows-selected', { ids: [...new Set(ledger.rows.flatMap((one) => (one.type === 'card' && one.pale !== true ? [one.id] : [])))] })
    else if (key === 'findHere') ledger.focusFind()
    else if (key === 'leave') return this.#leave()
    else if (PAGE.has(key)) ledger.tell('key-wanted', { key })
    else return false
    return true
  }

  #wish(wish: RowWish): void {
    if (this.#ledger.card === undefined) this.#ledger.tell('key-wanted', { key: 'otherView' })
    else this.#ledger.wish(wish)
  }

  /** From the buttons to the row, then the selection, then the filter. */
  #leave(): boolean {
    const ledger = this.#ledger
    if (ledger.onAction) ledger.focusRow()
    else if (ledger.selection.size > 0) ledger.tell('rows-selected', { ids: [] })
    else if (isFiltering(ledger.filter)) ledger.tell('filter-wanted', { filter: NO_FILTER })
    else return false
    return true
  }
}
