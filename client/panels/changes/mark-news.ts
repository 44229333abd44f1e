// Tells those who are on the board when a mark goes without an answer, with the way to undo it: one notice for one mark,
// one for several at once, until it is put back.
// What is older than a minute when somebody comes is only in the overview. Knows no element.
import type { MarkOff } from '../../../shared/board/marks-off.ts'
import { putBack } from '../../commands/plan/put-back.ts'
import type { Session } from '../../session/session.ts'
import { announce } from '../../ui/announce.ts'
import { showToast, TOAST_MS } from '../../ui/toasts.ts'
import { marksOff } from './marks.ts'
import { changeWords as words } from './words.ts'

/** So fresh that whoever has just opened the board cannot have been told. */
const FRESH_MS = 60_000

/** What offers its own way back to whoever did it: taking back an asked team, removing a link. */
function saidAlready({ changes }: MarkOff): boolean {
  return changes.length > 0 && changes.every((turned) => ('link' in turned ? turned.now === undefined : turned.field === 'askTeams'))
}

/** Returns the way to stop it. */
export function tellMarksOff(session: Session): () => void {
  let known: ReadonlySet<string> | undefined
  let table: unknown
  let shown: { readonly id: string; readonly until: number; readonly takeBack: () => void } | undefined
  const marksNow = (wanted: (id: string) => boolean): ReturnType<typeof marksOff> => marksOff({ board: session.board.value, judgements: session.judgements.value }, ({ id }) => wanted(id)).filter(({ fate }) => fate !== 'back')
  const look = (): void => {
    const board = session.board.value
    const last = shown
    if (last !== undefined && (Date.now() > last.until || marksNow((id) => id === last.id).length === 0)) {
      last.takeBack()
      shown = undefined
    }
    if (!session.ready.value || board.records.marksOff === table) return
    table = board.records.marksOff
    const ids = new Set(board.records.marksOff.keys())
    const { now } = session.judgements.value
    const before = known ?? new Set([...board.records.marksOff.values()].flatMap(({ id, at }) => (now - Date.parse(typeof at === 'string' ? at : '') < FRESH_MS ? [] : [id])))
    known = ids
    const me = session.me.value?.id
    const came = marksNow((id) => !before.has(id)).filter(({ mark }) => mark.person !== me || !saidAlready(mark))
    const [first] = came
    if (came.length > 1) showToast(words.several(came.length))
    else if (first !== undefined) shown = { id: first.mark.id, until: Date.now() + TOAST_MS, takeBack: showToast(words.toast(first.who, first.did, first.did.includes(first.title) ? '' : first.title, first.was), session.canEdit && first.fate === 'there' ? { label: words.undo, run: () => announce(putBack(session, first.mark)) } : undefined) }
  }
  const stops = [session.board.subscribe(look), session.ready.subscribe(look)]
  look()
  return () => { for (const stop of stops) stop() }
}
