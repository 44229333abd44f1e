// The fields that bodies share, as schemas with one sentence each. Knows no route.
import * as v from 'valibot'
import { isId } from '../../../shared/board/ids.ts'
import { hasUnseen } from '../../../shared/board/unseen.ts'
import { instantOf } from '../../../shared/rules/instants.ts'

// oxlint-disable-next-line eslint/no-control-regex
const CONTROLS = /[\u0000-\u001F\u007F-\u009F\u2028\u2029]/

export function line(what: string, maxChars: number): v.GenericSchema<string> {
  return v.pipe(
    v.string(`${what} is a text.`),
    v.trim(),
    v.maxLength(maxChars, `${what} has at most ${maxChars} characters.`),
    v.check((text) => !CONTROLS.test(text) && !hasUnseen(text), `${what} holds no line breaks or control characters.`),
  )
}

export function filledLine(what: string, maxChars: number): v.GenericSchema<string> {
  return v.pipe(line(what, maxChars), v.minLength(1, `${what} is empty.`))
}

export function prose(what: string, maxChars: number): v.GenericSchema<string> {
  return v.pipe(v.string(`${what} is a text.`), v.maxLength(maxChars, `${what} has at most ${maxChars} characters.`))
}

export function id(what: string): v.GenericSchema<string> {
  return v.custom<string>(isId, `${what} is an id: up to 48 letters, digits, _ or -.`)
}

/** A name of a person, as others read it. */
export const personName = filledLine('The name', 80)

/** A team's id, or empty for none. Whether the team exists is asked of the board. */
export const teamId = v.union([v.literal(''), id('The team')], 'The team is the id of a team of this board, or empty.')

/** An ISO instant, as ms since the epoch. */
export function instant(what: string): v.GenericSchema<string, number> {
  const sentence = `${what} is an instant such as 2027-01-31T12:00:00Z.`
  return v.pipe(
    v.string(sentence),
    v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/, sentence),
    // Engines take 30 February for 2 March, and a zone of 30 hours for none.
    v.transform((text) => (instantOf(text) === undefined ? Number.NaN : Date.parse(text))),
    v.check((ms) => Number.isFinite(ms), sentence),
  )
}

/** `what` begins the sentence that a wrong word is refused with: "The verdict". */
export function oneOf<const Words extends readonly string[]>(what: string, words: Words): v.PicklistSchema<Words, string> {
  return v.picklist(words, `${what} is one of ${words.join(', ')}.`)
}
