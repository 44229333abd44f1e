// The one Lit context: elements below the board page reach the live board through it.
import { createContext } from '@lit/context'
import type { Session } from './session.ts'

export const sessionContext = createContext<Session>(Symbol('tacit-session'))
