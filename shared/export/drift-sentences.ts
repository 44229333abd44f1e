// What drifted since a baseline as sentences: what a card was then, what it is now, and since when, where the rules know
// it. Pure; the lists themselves are those of the rules.
import type { BoardState, Link } from '../board/records.ts'
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

/** What is tracked and not in date, cards and dependencies between teams, each with what it is now. */
export function notInDate({ board, judgements, words }: Looked, ids: readonly string[]): readonly Sentence[] {
  const names = new BoardNames(board, words)
  return ids.map((id) => {
    const card = board.cards.get(id)
    const link = card?.kind === 'assumption' || card?.kind === 'decision' ? undefined : board.links.get(id)
    if (link === undefined) return sentence([names.card(id)], (title = '') => words.isNow(title, words.status(judgements.status(id))))
    return lineSentence({ board, judgements, words }, link)
  })
}

/** A dependency between two teams, and what somebody has to say on it. */
export function lineSentence({ board, judgements, words }: Looked, { id, from, to }: Link): Sentence {
  const names = new BoardNames(board, words)
  const teamOf = (card: string): string => names.team(board.cards.get(card)?.fields.team ?? '')
  const { state } = judgements.dependency(id)
  return sentence(names.cards([from, to]), (needing = '', provided = '') => words.line(state, needing, provided, teamOf(from), teamOf(to)))
}

function sinceInWords(words: AgendaWords, day: SlipDay | undefined): string {
  if (day === undefined) return ''
  return day.latest ? words.sinceLatest(words.day(day.at)) : words.since(words.day(day.at))
}
