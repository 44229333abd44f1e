// What a browser keeps of a board, in its real database: a copy comes back in a new page with what it owes, what was
// dropped is gone, and a database that refuses is told without losing what comes after.
import { expect, waitUntil } from '@open-wc/testing'
import { Awareness } from 'y-protocols/awareness'
import { BoardCopy, type Keeping } from '../../../client/session/board-copy.ts'
import { forgetCopy, knownInfo, shelfOf } from '../../../client/session/browser-shelf.ts'
import { CopyKeeper } from '../../../client/session/copy-keeper.ts'
import { lockSlot } from '../../../client/session/leased-id.ts'
import { SaveWatch } from '../../../client/session/save-state.ts'
import type { Session } from '../../../client/session/session.ts'
import { MutableStore } from '../../../client/session/store.ts'
import type { KeptText, WaitingAnswer } from '../../../client/session/shelf.ts'
import { isScarce, watchRoom } from '../../../client/session/storage-room.ts'
import { newId } from '../../../shared/board/ids.ts'
import { newBoard, type Board } from '../../../shared/board/document.ts'
import type { Person } from '../../../shared/board/records.ts'
import { addCard, replaceTitle } from '../../../shared/board/write-cards.ts'
import { putPerson } from '../../../shared/board/write-records.ts'
import { Hub, person, until } from '../../support/local-session.ts'

const titleOf = (board: Board): string => (board.doc.getMap('cards').get('one') === undefined ? '' : JSON.stringify(board.doc.toJSON()['cards']))
const info = (id: string): Parameters<ReturnType<typeof shelfOf>['rememberInfo']>[0] => ({ id, title: 'Launch', right: 'edit', person: null, people: [], teams: [], updatedAt: '2026-11-20T12:00:00Z' })

/** A page with one card, kept. */
async function page(id: string, owed = 1): Promise<{ board: Board; copy: BoardCopy }> {
  const copy = new BoardCopy(shelfOf(id))
  await copy.load()
  const board = newBoard()
  const poured = copy.pour(board)
  copy.keep(board, { person: 'ana', owed: () => owed }, !poured)
  return { board, copy }
}

describe('the copy of a board in the browser', () => {
  it('comes back in a new page, with the changes that it owes and the cards that they touched', async () => {
    const id = newId()
    const first = await page(id)
    addCard(first.board, { id: 'one', kind: 'note', x: 0, y: 0, title: 'First' })
    await first.copy.flush()
    replaceTitle(first.board, 'one', 'Second')
    await first.copy.flush()
    expect(first.copy.isKept).to.equal(true)
    first.copy.close()
    const again = await page(id)
    expect(titleOf(again.board)).to.contain('Second')
    expect([again.copy.adoptedChanges, again.copy.owedCards]).to.deep.equal([1, ['one']])
    again.copy.close()
    await forgetCopy(id)
  })

  it('is known with its facts until it is forgotten; answers and kept words stay', async () => {
    const id = newId()
    const { board, copy } = await page(id)
    addCard(board, { id: 'one', kind: 'note', x: 0, y: 0, title: 'First' })
    await copy.flush()
    await shelfOf(id).rememberInfo(info(id))
    const answer: WaitingAnswer = { root: 'attestations', id: newId(), order: 1, person: 'ana', card: 'one', verdict: 'confirm', basis: '', givenAt: '2026-11-20T12:00:00Z' }
    await copy.put({ answers: [answer], kept: [{ id: 'kept', person: 'ana', text: 'Mine', changes: 1, at: '2026-11-20T12:00:00Z' }] })
    expect((await knownInfo(id))?.title).to.equal('Launch')
    copy.close()
    await forgetCopy(id)
    expect(await knownInfo(id)).to.equal(undefined)
    const { base, updates, debts, answers, kept } = await shelfOf(id).read()
    expect([base, updates, debts]).to.deep.equal([undefined, [], []])
    expect(answers.map((one) => one.id)).to.deep.equal([answer.id])
    expect(kept.map(({ text }) => text)).to.deep.equal(['Mine'])
    await shelfOf(id).write({ answersGone: [answer.id], keptGone: ['kept'] })
  })

  it('two tabs that keep one board lose nothing of each other, also when one begins the copy anew', async () => {
    const id = newId()
    const [one, two] = [await page(id), await page(id)]
    addCard(one.board, { id: 'one', kind: 'note', x: 0, y: 0, title: 'Of the first' })
    await one.copy.flush()
    addCard(two.board, { id: 'two', kind: 'note', x: 0, y: 0, title: 'Of the second' })
    await two.copy.flush()
    replaceTitle(one.board, 'one', 'Of the first again')
    await one.copy.flush()
    await one.copy.flush()
    const third = await page(id)
    expect(JSON.stringify(third.board.doc.toJSON()['cards'])).to.contain('Of the first again').and.contain('Of the second')
    for (const { copy } of [one, two, third]) copy.close()
    await forgetCopy(id)
  })

  it('shows nobody else in this browser what somebody wrote, answered or was refused, and keeps it for them', async () => {
    const id = newId()
    const ana = await page(id)
    addCard(ana.board, { id: 'one', kind: 'note', x: 0, y: 0, title: 'Written by Ana, never sent' })
    await ana.copy.flush()
    ana.copy.close()
    const answer: WaitingAnswer = { root: 'attestations', id: 'answer-of-ana', order: 1, person: 'ana', card: 'one', verdict: 'refute', basis: '[]', reason: 'Said by Ana', givenAt: '2026-11-20T12:00:00Z' }
    await shelfOf(id).write({ answers: [answer], kept: [{ id: 'refused', person: 'ana', text: 'Refused to Ana', changes: 1, at: '2026-11-20T12:00:00Z' }] })
    const come = async (person: string): Promise<{ kept: readonly string[]; answers: readonly string[]; cards: number }> => {
      const save = new SaveWatch(true)
      const keeper = new CopyKeeper(new BoardCopy(shelfOf(id)), save, { board: id, person, edits: true })
      const board = newBoard()
      const awareness = new Awareness(board.doc)
      const { answers } = await keeper.open(board, awareness)
      const told = { kept: keeper.kept.value.map(({ text }) => text), answers: answers.map((one) => ('reason' in one ? one.reason ?? '' : '')), cards: board.doc.getMap('cards').size }
      keeper.dismiss()
      keeper.close()
      save.stop()
      awareness.destroy()
      return told
    }
    expect(await come('eve')).to.deep.equal({ kept: [], answers: [], cards: 0 })
    const back = await come('ana')
    expect(back.kept).to.include('Refused to Ana').and.to.include('Written by Ana, never sent')
    expect(back.answers).to.deep.equal(['Said by Ana'])
    await shelfOf(id).write({ answersGone: ['answer-of-ana'] })
    await forgetCopy(id)
  })

  it('offers what is kept for another entry to who has its name or was merged with it, and shows it when they say it is theirs', async () => {
    const id = newId()
    const kept = (of: string, name?: string): KeptText => ({ id: `kept-${of}`, person: of, ...(name === undefined ? {} : { name }), text: `Of ${of}`, changes: 1, at: '2026-11-20T12:00:00Z' })
    await shelfOf(id).write({ kept: [kept('old-ana'), kept('forgotten', ' ana '), kept('merged'), kept('bo', 'Bo'), kept('nameless')] })
    const hub = new Hub((board) => {
      putPerson(board, { ...person('old-ana'), name: 'Ana' })
      putPerson(board, { ...person('merged'), mergedInto: 'ana' })
      putPerson(board, { ...person('bo') })
    })
    const open = (me: Person): Session => hub.join(me, 'edit', new BoardCopy(shelfOf(id)))
    const ana = open(person('ana'))
    const texts = (store: Session['kept']): string[] => store.value.map(({ text }) => text).sort()
    await until('it is offered', () => ana.offered.value.length > 0)
    expect([texts(ana.offered), texts(ana.kept)]).to.deep.equal([['Of forgotten', 'Of merged', 'Of old-ana'], []])
    ana.takeOffered()
    expect([texts(ana.offered), texts(ana.kept)]).to.deep.equal([[], ['Of forgotten', 'Of merged', 'Of old-ana']])
    ana.close()
    let writers: string[] = []
    await waitUntil(async () => {
      writers = (await shelfOf(id).read()).kept.map((text) => text.person)
      return writers.filter((writer) => writer === 'ana').length === 3
    }, 'it is written down')
    const eve = open(person('eve'))
    await until('eve is there', () => eve.ready.value)
    const again = open(person('ana'))
    await until('it is kept for her', () => again.kept.value.length === 3)
    expect([texts(eve.offered), texts(eve.kept)]).to.deep.equal([[], []])
    eve.close()
    again.dismissNotSaved()
    again.close()
    await shelfOf(id).write({ keptGone: ['kept-bo', 'kept-nameless'] })
    await forgetCopy(id)
  })

  it('says that there is no room, and brings the whole board once there is', async () => {
    const id = newId()
    const { board, copy } = await page(id)
    addCard(board, { id: 'one', kind: 'note', x: 0, y: 0, title: 'First' })
    await copy.flush()
    const { add } = IDBObjectStore.prototype
    IDBObjectStore.prototype.add = () => { throw new DOMException('full', 'QuotaExceededError') }
    try {
      replaceTitle(board, 'one', 'Second')
      await copy.flush()
      expect([copy.keeping.value, copy.isKept]).to.deep.equal(['full', false])
    } finally {
      IDBObjectStore.prototype.add = add
    }
    addCard(board, { id: 'two', kind: 'note', x: 0, y: 0, title: 'Third' })
    await copy.flush()
    expect([copy.keeping.value, copy.isKept]).to.deep.equal(['kept', true])
    copy.close()
    const again = await page(id)
    expect(titleOf(again.board)).to.contain('Second').and.contain('Third')
    again.copy.close()
    await forgetCopy(id)
  })

  it('gives each tab a slot of its own, and a slot that was left to the next', async () => {
    const name = newId()
    const [first, second] = [await lockSlot(name, navigator.locks), await lockSlot(name, navigator.locks)]
    expect([first?.slot, second?.slot]).to.deep.equal([1, 2])
    first?.release()
    // The browser takes a moment to give a lock on.
    let third = await lockSlot(name, navigator.locks)
    for (let left = 100; left > 0 && third?.slot !== 1; left--) {
      third?.release()
      await new Promise((resolve) => requestAnimationFrame(resolve))
      third = await lockSlot(name, navigator.locks)
    }
    expect(third?.slot).to.equal(1)
    expect(await lockSlot(name, undefined)).to.equal(undefined)
    second?.release()
    third?.release()
  })

  it('calls room scarce from nine tenths on', () => {
    expect([isScarce({ usage: 89, quota: 100 }), isScarce({ usage: 90, quota: 100 }), isScarce({})]).to.deep.equal([false, true, false])
  })

  it('asks how much room there is when a board is opened, and now and then', async () => {
    const { estimate } = navigator.storage
    let [usage, asked] = [95, 0]
    navigator.storage.estimate = () => { asked++; return Promise.resolve({ usage, quota: 100 }) }
    const keeping = new MutableStore<Keeping>('kept')
    let stop = watchRoom(keeping)
    try {
      await until('scarce', () => keeping.value === 'scarce')
      stop()
      stop = watchRoom(keeping, 5)
      usage = 10
      await until('room again', () => keeping.value === 'kept')
      // What a write has said is not unsaid by an estimate.
      keeping.set('full')
      const before = asked
      await until('asked again', () => asked > before + 2)
      expect(keeping.value).to.equal('full')
    } finally {
      stop()
      navigator.storage.estimate = estimate
    }
  })
})
