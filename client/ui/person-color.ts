// The colour of a person where their own presence does not bring it: the same six, by the same rule, as the server uses.
import * as shared from '../../shared/protocol/person-color.ts'

/** The values of --p1 to --p6, for what cannot read a custom property (a caret, a canvas). */
export const PERSON_COLORS: typeof shared.PERSON_COLORS = shared.PERSON_COLORS
export const personColor: typeof shared.personColor = shared.personColor
