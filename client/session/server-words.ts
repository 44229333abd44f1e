// What the server refused, in the language of the page: by its code, and by the place where it gives one. What it says in
// its own words, in English, is passed on only where no words made here could say as much: what is wrong in a file or a field.
import { CLOSE } from '../../shared/protocol/close-codes.ts'
import { placeIn, type HttpCode, type NotSavedCode, type RefusedPlace } from '../../shared/protocol/error-codes.ts'
import type { BoardState } from '../../shared/board/records.ts'
import { closeWords, fullWords, notSavedWords, placeWords, serverWords, words } from './words.ts'

/** Their own sentence says which of a hundred things is wrong. */
const SAYS_MORE: ReadonlySet<string> = new Set<HttpCode>(['bad_file', 'wrong_body', 'wrong_query'])

/** A request that failed. */
export function serverSentence(code: string, message: string): string {
  const sentence = own(serverWords, code as HttpCode) ?? words.otherCode(code)
  return SAYS_MORE.has(code) && message !== '' ? words.saidByServer(sentence, message) : sentence
}

/** Message 101. */
export function notSavedSentence(code: string): string {
  return own(notSavedWords, code as NotSavedCode) ?? notSavedWords.failed
}

/** A socket that was closed for good; `mine`: the board as it was here, for the titles of cards. */
export function closeSentence(code: number, reason: string, mine: BoardState): string {
  const name = (Object.keys(CLOSE) as (keyof typeof CLOSE)[]).find((each) => CLOSE[each] === code)
  const sentence = name === undefined ? closeWords.reload : closeWords[name]
  const place = placeIn(reason)
  if (code === CLOSE.tooLarge && place !== undefined && place.id === undefined) return own(fullWords, place.root as keyof typeof fullWords) ?? sentence
  return place === undefined ? sentence : `${sentence} ${placeSentence(place, mine)}`
}

function placeSentence({ root, id, field }: RefusedPlace, mine: BoardState): string {
  if (root === 'cards') return placeWords.card(mine.cards.get(id ?? '')?.title ?? '', field)
  if (root === 'teams') return placeWords.team(mine.teams.get(id ?? '')?.name ?? '')
  return root === 'links' ? placeWords.link : placeWords.board
}

/** Not what every object has: the code came from outside. */
function own<T extends object, K extends keyof T>(table: T, key: K): T[K] | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined
}
