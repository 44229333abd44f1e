// What every resource is given: the ports, the settings, the clock and the log. Made once by app.ts.
import type { Logger } from 'pino'
import type { Turns } from '../access/turns.ts'
import type { Config, PublicPlace } from '../config.ts'
import type { Rooms } from '../rooms/rooms.ts'
import type { Storage } from '../storage/storage.ts'
import type { Templated } from './templates.ts'

export interface Parts {
  readonly config: Config
  readonly place: PublicPlace
  readonly storage: Storage
  readonly rooms: Rooms
  readonly log: Logger
  readonly now: () => Date
  readonly templates: ReadonlyMap<string, Templated>
  /** Changes of who may do what, one after another for each board. */
  readonly turns: Turns
}
