// What the session says to people: why something was not saved, why a board cannot be opened, what failed on the way.
import type { CLOSE } from '../../shared/protocol/close-codes.ts'
import type { HttpCode, NotSavedCode } from '../../shared/protocol/error-codes.ts'
import { translated } from '../language/translated.ts'

export const words = translated('session.words', {
  noRight: 'Your link to this board no longer allows this.',
  refused: (changes: number): string =>
    changes === 1
      ? 'The server refused the last change. Your words are kept here to copy; the board shows what the server has.'
      : `The server refused the last ${changes} changes. Your words are kept here to copy; the board shows what the server has.`,
  wentBack: 'The server went back to an older state of this board, which lacks these words.',
  otherPerson: 'It was given by somebody else in this browser.',
  unreachable: 'The server cannot be reached. Nothing was changed.',
  unreadable: 'The server answered with something that is not readable. Try again.',
  failed: (status: number): string => `The server answered ${status}.`,
  /** A code that this page does not know: a newer server. */
  otherCode: (code: string): string => `The server refused that (${code.slice(0, 40)}). Open the page again: there may be a newer one.`,
  saidByServer: (_sentence: string, message: string): string => message,
})

/** Why a request failed, by the server's codes. */
export const serverWords = translated('session.serverWords', {
  bad_file: 'This file is no board that this server can read.',
  board_full: 'This board is full: remove something from it, or begin another one.',
  id_taken: 'Another answer has the same number: give it again.',
  internal: 'The server made a mistake. Nothing was changed that it did not confirm.',
  last_owner: 'A board keeps at least one owner: make somebody else an owner first.',
  last_way_in: 'This is the last way in for an owner: make another link with the right to own first.',
  malformed_json: 'The server could not read what this page sent. Open the page again, and try once more.',
  merged: 'This person was merged with another entry. If it is you: open the board where you are the other one, or make a link for another device there.',
  needs_consent: 'This board was made from a file with you in it: ask one of its owners to let you be that person.',
  needs_create_key: 'New boards need the key of this server.',
  needs_person: 'Enter with your name first.',
  no_assumption: 'Only assumptions are answered like this.',
  no_contract: 'The answer does not say on which words it was given: open the card again, and answer once more.',
  no_decision: 'Stances are taken on decisions and proposals.',
  no_dependency: 'There is nothing to answer here any more: the line or one of its cards is gone.',
  no_such_perception: 'This is no longer said on the board.',
  no_team: 'A team is missing here: choose yours, or give the card one.',
  other_team: 'Only somebody of the team that is asked answers this.',
  other_text: 'Other words stand there: read them again, and reply once more.',
  own_team: 'Both sides are one team: there is nothing to answer.',
  no_statement: 'The answer does not say on which words it was given: open the card again, and answer once more.',
  no_such_card: 'This card is no longer on the board.',
  no_such_claim: 'Nobody waits to be let in as that person any more.',
  no_such_code: 'This link was used or has expired: make a new one on the other device.',
  no_such_link: 'This board has no such link.',
  no_such_person: 'This person is not on the board.',
  no_such_team: 'This team is not on the board.',
  no_such_template: 'There is no such example.',
  not_built: 'This server has no pages yet: whoever runs it has to build them.',
  not_found: 'This board is not here, or the link to it no longer works.',
  not_json: 'The server could not read what this page sent. Open the page again, and try once more.',
  not_merged: 'This person is merged with nobody.',
  not_saved: 'The server could not save that yet and keeps trying: look whether it is there before you repeat it.',
  nothing_to_claim: 'There is nobody on this board whom you could be: enter it.',
  other_claim: 'They say to be somebody else by now: look again.',
  removed: 'This person was removed from the board: ask one of its owners.',
  same_person: 'That is the same person.',
  storage: 'The server cannot read or write at the moment: try again.',
  too_deep: 'The server could not read what this page sent. Open the page again, and try once more.',
  too_fast: 'That was too much at once: try again in a moment.',
  too_heavy: 'This board is too large for the server to judge all of it: try again when it is less busy, or remove something from the board.',
  too_large: 'That is larger than the server takes.',
  too_many_links: 'This board has too many links: revoke some first.',
  too_small_a_right: 'Your right to this board does not allow that: ask one of its owners.',
  upgrade_required: 'This address is for live boards only.',
  wrong_body: 'The server did not take it as it stands.',
  wrong_origin: 'This request did not come from a page of this server.',
  wrong_query: 'The server does not understand this address.',
} satisfies Readonly<Record<HttpCode, string>>)

/** Why something is not saved yet, by the codes of message 101: it is kept, and tried again. */
export const notSavedWords = translated('session.notSavedWords', {
  full: 'The disk of the server is full. Your changes are kept here and tried again.',
  'read-only': 'The server may not write to its disk. Your changes are kept here and tried again.',
  corrupted: 'The storage of the server is damaged. Your changes are kept here and tried again.',
  locked: 'The storage of the server is in use by another program. Your changes are kept here and tried again.',
  failed: 'The server cannot save at the moment. Your changes are kept here and tried again.',
} satisfies Readonly<Record<NotSavedCode, string>>)

/** Why a connection was ended, by the names of close-codes.ts. */
export const closeWords = translated('session.closeWords', {
  restart: 'The server restarts.',
  slowReader: 'This browser could not keep up with the board.',
  noSuchBoard: 'This board is not here, or the link to it no longer works.',
  tooSmallRight: 'Your link to this board no longer allows this.',
  reload: 'A board cannot hold it like that.',
  tooLarge: 'It is too large for the server, or the board has no room left.',
  tooFast: 'It was too much at once.',
} satisfies Readonly<Record<keyof typeof CLOSE, string>>)

/** Which kind of thing a board has as many of as it may. */
export const fullWords = translated('session.fullWords', {
  cards: 'This board has as many cards as a board may have: begin another board for more.',
  teams: 'This board has as many teams as a board may have: remove one before you add another, or begin another board.',
})

const FIELDS: Readonly<Record<string, string>> = { title: 'the title', body: 'the text', kind: 'the kind', criterion: 'the criterion', pos: 'the place', notes: 'the notes', reviewBy: 'the review date', owner: 'the owner', team: 'the team' }

/** What a refused change was about. */
export const placeWords = translated('session.placeWords', {
  card: (title: string, field: string | undefined): string =>
    `It was about ${field === undefined ? '' : `${FIELDS[field] ?? 'a field'} of `}${title === '' ? 'a card without a title' : `the card “${title}”`}.`,
  team: (name: string): string => (name === '' ? 'It was about a team.' : `It was about the team “${name}”.`),
  link: 'It was about a link between two cards.',
  board: 'It was about the name or the summary of the board.',
})
