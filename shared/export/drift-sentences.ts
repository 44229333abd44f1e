// What drifted since a baseline as sentences: what a card was then, what it is now, and since when, where the rules know
// it. Pure; the lists themselves are those of the rules.
import type { BoardState } from '../board/records.ts'
import type { Baseline } from '../rules/baselines.ts'
import type { Drifted } from '../rules/drift.ts'
import type { Judgements } from '../rules/judgements.ts'
import { SlipDays, type SlipDay } from '../rules/slip-day.ts'
import type { AgendaWords } from './agenda-english.ts'
import { BoardNames } from './board-names.ts'
import { sentence, type Sentence } from './sentence.ts'

export interface Looked { readonly board: BoardState; readonly judgements: Judgements; readonly words: AgendaWords }

export class DriftSentences {
  readonly #looked: Looked
  readonly #baseline: Baseline
  readonly #names: BoardNames
  readonly #days: SlipDays

  constructor(looked: Looked, baseline: Baseline) {
    this.#looked = looked
    this.#baseline = baseline
    this.#names = new BoardNames(looked.board, looked.words)
    this.#days = new SlipDays(looked.board, looked.judgements, baseline.instant)
  }

  of(drifted: Drifted, cardId: string): Sentence {
    const { words, judgements } = this.#looked
    const was = words.status(this.#baseline.states.get(cardId) ?? '')
    const is = words.status(judgements.status(cardId))
    return sentence([this.#names.card(cardId)], (title = '') => {
      if (drifted === 'slipped') return words.slipped(title, was, is, sinceInWords(words, this.#days.of(cardId)))
      if (drifted === 'gained') return words.gained(title, was, is)
      return drifted === 'added' ? words.isNew(title, is) : words.isGone(title, was)
    })
  }
}

function sinceInWords(words: AgendaWords, day: SlipDay | undefined): string {
  if (day === undefined) return ''
  return day.latest ? words.sinceLatest(words.day(day.at)) : words.since(words.day(day.at))
}
