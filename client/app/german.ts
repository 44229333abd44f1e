// The German dictionary: every folder's `words.de.ts` under the folder's name. A chunk of its own, fetched before the
// application and only by those who read German. A new folder with words adds its line here.
import type { Dictionary } from '../language/translated.ts'
import * as app from './words.de.ts'
import * as board from './board/words.de.ts'
import * as canvas from '../canvas/words.de.ts'
import * as cards from '../cards/words.de.ts'
import * as say from '../commands/say/words.de.ts'
import * as commands from '../commands/words.de.ts'
import * as dependencies from '../panels/dependencies/words.de.ts'
import * as editor from '../editor/words.de.ts'
import * as decisions from '../panels/decisions/words.de.ts'
import * as find from '../panels/find/words.de.ts'
import * as home from './home/words.de.ts'
import * as help from './help/words.de.ts'
import * as ledger from '../panels/ledger/words.de.ts'
import * as panels from '../panels/words.de.ts'
import * as people from '../people/words.de.ts'
import * as session from '../session/words.de.ts'
import * as settings from './settings/words.de.ts'
import * as stage from './stage/words.de.ts'
import * as ui from '../ui/words.de.ts'

export const german: Dictionary = { app, board, canvas, cards, commands, decisions, dependencies, editor, find, help, home, ledger, panels, people, say, session, settings, stage, ui }
