// Which team's sheet somebody asked for from elsewhere on the page: the sheets show it once they are there, and forget
// that it was asked for.
import { MutableStore } from '../../session/store.ts'

export const sheetWanted = new MutableStore('')
