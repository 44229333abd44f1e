// Who wrote what follows from what really changed, and from nobody's word.
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Board } from '../../../shared/board/document.ts'
import { readCard } from '../../../shared/board/read.ts'
import type { Card } from '../../../shared/board/records.ts'
import { addCard, deleteCard, moveCard, restoreCard, revealCard, setCardField } from '../../../shared/board/write-cards.ts'
import { putAuthorship } from '../../../shared/board/write-records.ts'
import { authorshipAfter } from '../../../server/rooms/authorship.ts'
import type { Actor } from '../../../server/rooms/rooms.ts'
import { ANA, BEN, Desk, lineOf } from './gate-desk.ts'

/** A desk that keeps authorship as a room does. */
class Archive {
  readonly desk = new Desk()
  readonly ana = this.desk.client(ANA)
  readonly ben = this.desk.client(BEN)
  now = Date.parse('2026-11-21T12:00:00.000Z')
  /** Entries written by the last change. */
  written = 0

  /** Somebody changes something, a minute after the last change. */
  change(client: Board, change: () => void, actor: Actor = client === this.ana ? { person: 'ana' } : { person: 'ben' }, afterMs = 60_000): void {
    this.now += afterMs
    const update = Desk.updateOf(client, change)
    const ids = ['card', 'other', 'new']
    const before = this.#cards(ids)
    const passed = this.desk.send(update, client === this.ana ? 'ana' : 'ben')
    const entries = authorshipAfter(passed, actor, new Date(this.now), before, this.#cards(ids))
    for (const { card, authorship } of entries) putAuthorship(this.desk.board, card, authorship)
    this.written = entries.length
    for (const board of [this.ana, this.ben]) Y.applyUpdate(board.doc, Y.encodeStateAsUpdate(this.desk.board.doc))
  }

  #cards(ids: readonly string[]): Map<string, Card> {
    return new Map(ids.flatMap((id) => {
      const card = readCard(this.desk.board, id)
      return card === undefined ? [] : [[id, card] as const]
    }))
  }

  of(id: string): Pick<Card, 'author' | 'createdAt' | 'editedBy' | 'editedAt' | 'deletedAt'> {
    const { author, createdAt, editedBy, editedAt, deletedAt } = readCard(this.desk.board, id) ?? expect.fail('no card')
    return { author, createdAt, editedBy, editedAt, deletedAt }
  }
}

describe('authorship', () => {
  it('[G40] the author of a card is who made it, when the server heard of it', () => {
    const archive = new Archive()
    archive.change(archive.ben, () => {
      addCard(archive.ben, { id: 'new', kind: 'goal', x: 0, y: 0, title: 'Made', hidden: true })
      revealCard(archive.ben, 'new')
    })
    expect(archive.of('new')).toEqual({ author: 'ben', createdAt: '2026-11-21T12:01:00.000Z', editedBy: undefined, editedAt: undefined, deletedAt: undefined })
  })

  it('[G41] the last editor is who changed the statement, and nobody else', () => {
    const archive = new Archive()
    archive.change(archive.ben, () => lineOf(archive.ben).insert(0, 'Not '))
    expect(archive.of('card')).toMatchObject({ author: 'ana', editedBy: 'ben', editedAt: '2026-11-21T12:01:00.000Z' })
    archive.change(archive.ana, () => setCardField(archive.ana, 'card', 'criterion', 'x'))
    expect(archive.of('card')).toMatchObject({ author: 'ana', editedBy: 'ana', editedAt: '2026-11-21T12:02:00.000Z' })
    archive.change(archive.ben, () => setCardField(archive.ben, 'card', 'kind', 'risk'))
    expect(archive.of('card').editedBy).toBe('ben')
    archive.change(archive.ana, () => lineOf(archive.ana, 0, 'title').insert(0, 'So: '))
    expect(archive.of('card').editedBy).toBe('ana')
  })

  it('[G41] moving, formatting, spaces and other fields make nobody the editor', () => {
    const archive = new Archive()
    const before = archive.of('card')
    const changes = [
      () => moveCard(archive.ben, 'card', 9, 9), () => setCardField(archive.ben, 'card', 'owner', 'ben'), () => setCardField(archive.ben, 'card', 'notes', 'x'),
      () => lineOf(archive.ben).format(0, 3, { bold: {} }), () => lineOf(archive.ben).insert(0, '  '),
      () => {
        lineOf(archive.ben).insert(2, 'x')
        lineOf(archive.ben).delete(2, 1)
      },
    ]
    for (const change of changes) {
      archive.change(archive.ben, change)
      expect(archive.written).toBe(0)
    }
    expect(archive.of('card')).toEqual(before)
  })

  it('[G41] typing on is one edit, until somebody else types', () => {
    const archive = new Archive()
    archive.change(archive.ben, () => lineOf(archive.ben).insert(0, 'a'))
    archive.change(archive.ben, () => lineOf(archive.ben).insert(0, 'b'), { person: 'ben' }, 3_000)
    expect(archive.written).toBe(0)
    archive.change(archive.ana, () => lineOf(archive.ana).insert(0, 'c'), { person: 'ana' }, 1_000)
    archive.change(archive.ben, () => lineOf(archive.ben).insert(0, 'd'), { person: 'ben' }, 1_000)
    expect(archive.of('card')).toMatchObject({ editedBy: 'ben', editedAt: '2026-11-21T12:01:05.000Z' })
    archive.change(archive.ben, () => lineOf(archive.ben).insert(0, 'e'), { person: 'ben' }, 10_000)
    expect(archive.of('card').editedAt).toBe('2026-11-21T12:01:15.000Z')
  })

  it('[G41] what a program changed has no last editor, and what it made no author', () => {
    const archive = new Archive()
    archive.change(archive.ben, () => lineOf(archive.ben).insert(0, 'a'))
    archive.change(archive.ben, () => lineOf(archive.ben).insert(0, 'b'), { key: 'k1' })
    expect(archive.of('card')).toMatchObject({ author: 'ana', editedBy: undefined, editedAt: '2026-11-21T12:02:00.000Z' })
    archive.change(archive.ben, () => addCard(archive.ben, { id: 'new', kind: 'note', x: 0, y: 0 }), { key: 'k1' })
    expect(archive.of('new')).toMatchObject({ author: undefined, createdAt: '2026-11-21T12:03:00.000Z' })
  })

  it('[G42] a hidden card has the time of its hiding, until it is shown again', () => {
    const archive = new Archive()
    archive.change(archive.ben, () => deleteCard(archive.ben, 'card'))
    expect(archive.of('card')).toMatchObject({ author: 'ana', deletedAt: '2026-11-21T12:01:00.000Z' })
    archive.change(archive.ana, () => deleteCard(archive.ana, 'card'))
    expect(archive.of('card').deletedAt).toBe('2026-11-21T12:01:00.000Z')
    archive.change(archive.ana, () => restoreCard(archive.ana, 'card'))
    expect(archive.of('card')).toMatchObject({ author: 'ana', deletedAt: undefined })
    archive.change(archive.ben, () => addCard(archive.ben, { id: 'new', kind: 'note', x: 0, y: 0, hidden: true }))
    expect(archive.of('new')).toMatchObject({ author: 'ben', deletedAt: '2026-11-21T12:04:00.000Z' })
    archive.change(archive.ben, () => revealCard(archive.ben, 'new'))
    expect(archive.of('new').deletedAt).toBeUndefined()
  })
})
