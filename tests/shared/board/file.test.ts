// Board files in and out: nothing is lost, nothing is added, and what nobody may see is not there.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { BoardFile } from '../../../shared/board/board-file.ts'
import { cardMap, cardText, newBoard, rootMap } from '../../../shared/board/document.ts'
import { importFile } from '../../../shared/board/file-read.ts'
import { stateOfFile } from '../../../shared/board/file-state.ts'
import { templateOf } from '../../../shared/board/file-template.ts'
import { exportFile } from '../../../shared/board/file-write.ts'
import { readBoard } from '../../../shared/board/read.ts'
import type { BoardState } from '../../../shared/board/records.ts'
import { fillBlocks } from '../../../shared/board/rich-text.ts'
import { judge } from '../../../shared/rules/judge.ts'
import { report } from '../../../shared/rules/report.ts'
import { isStatement, statementOf } from '../../../shared/rules/statement.ts'
import { checked, imported, jsonOf, RICH, TEMPLATES, timeless } from './board-files.ts'
import { anEdit, applyEdit, runs } from './random-edits.ts'
import { someBlocks } from './random-text.ts'
import { plainState } from './plain-state.ts'

const NOW = new Date('2026-11-20T12:00:00Z')
const AT = NOW.toISOString()

function reportOf(state: BoardState, at: string): unknown {
  return report(state, judge(state, Date.parse(at)), at)
}

function again(file: BoardFile): BoardFile {
  return exportFile(imported(checked(file)), NOW)
}

describe('board files', () => {
  it.each([...TEMPLATES, RICH])('[BF1] %s is exported as it was imported', (path) => {
    const file = jsonOf(path)
    const exported = exportFile(imported(checked(file)), NOW)
    expect(exported).toEqual({ ...file, exportedAt: AT })
    expect(timeless(again(exported))).toEqual(timeless(exported))
  })

  it.each([...TEMPLATES, RICH])('[BF2] %s is judged the same as a file, as a document, and after a round trip', (path) => {
    const file = checked(jsonOf(path))
    const fromFile = reportOf(stateOfFile(file), AT)
    expect(reportOf(readBoard(imported(file)), AT)).toEqual(fromFile)
    expect(reportOf(readBoard(imported(checked(again(file)))), AT)).toEqual(fromFile)
  })

  it('[BF2] the answers on rich bodies hold for their words, and the board says so', () => {
    const file = checked(jsonOf(RICH))
    const { cards } = readBoard(imported(file))
    for (const { id, card, basis } of file.attestations) {
      const one = cards.get(card as string)
      expect(isStatement(basis), `${id}`).toBe(true)
      expect(one !== undefined && (id === 't2' || basis === statementOf(one)), `${id}`).toBe(true)
    }
    const { assumptions } = report(stateOfFile(file), judge(stateOfFile(file), NOW.getTime()), AT)
    expect(Object.fromEntries(Object.entries(assumptions).map(([id, { state }]) => [id, state]))).toEqual({
      'a-load': 'confirmed', 'a-lang': 'refuted', 'a-price': 'confirmed', 'a-bot': 'unconfirmed', 'a-old': 'retired',
    })
  })

  it.each([...TEMPLATES, RICH])('[BF3] %s says the same read directly and through a document', (path) => {
    const file = checked(jsonOf(path))
    expect(plainState(stateOfFile(file))).toEqual(plainState(readBoard(imported(file))))
  })

  it('[BF4] any board: the file is one, says the same words, and is written the same again', () => {
    fc.assert(fc.property(fc.array(anEdit, { maxLength: 40 }), fc.array(anEdit, { maxLength: 20 }), someBlocks, (mine, theirs, blocks) => {
      const boards = [newBoard(11), newBoard(12)] as const
      for (const edit of mine) applyEdit(boards[0], 11, edit)
      for (const edit of theirs) applyEdit(boards[1], 12, edit)
      Y.applyUpdate(boards[0].doc, Y.encodeStateAsUpdate(boards[1].doc), 'remote')
      const card = [...rootMap(boards[0], 'cards').keys()][0]
      const body = card === undefined ? undefined : cardText(boards[0], card, 'body')
      if (body !== undefined) fillBlocks(body, blocks)
      const file = exportFile(boards[0], NOW)
      const copy = imported(checked(file))
      expect(exportFile(copy, NOW)).toEqual(file)
      const [before, after] = [readBoard(boards[0]), readBoard(copy)]
      for (const [id, one] of before.cards) expect([after.cards.get(id)?.title, after.cards.get(id)?.body]).toEqual([one.title, one.body])
      expect(plainState(stateOfFile(checked(file)))).toEqual(plainState(after))
      expect(JSON.parse(JSON.stringify(file))).toEqual(file)
    }), runs(150))
  })

  it('[BF5] an import writes nothing when any of it is there already', () => {
    const file = checked(jsonOf(RICH))
    const board = newBoard(1)
    board.doc.transact(() => rootMap(board, 'comments').set('k1', { card: 'x', text: 'mine' }))
    const before = Y.encodeStateAsUpdate(board.doc)
    expect(() => importFile(board, file)).toThrow('comments has "k1" already')
    expect(Y.encodeStateAsUpdate(board.doc)).toEqual(before)
  })

  it('[BF6] a card without a body stays without one; unknown fields and deleted cards stay', () => {
    const cards = [{ id: 'a', kind: 'note', title: 'None' }, { id: 'b', kind: 'note', title: 'Empty', body: '' }, { id: 'c', kind: 'goal', title: 'Odd', body: 'x', deleted: true, mood: ['blue', { deep: 1 }], zz: null }]
    const exported = again(checked({ format: 'tacit-board/1', title: 'T', cards }))
    expect(exported.cards).toEqual(cards.map((card) => ({ ...card, x: 0, y: 0 })))
    expect([...readBoard(imported(exported)).cards].map(([id, { deleted }]) => [id, deleted]).sort()).toEqual([['a', false], ['b', false], ['c', true]])
  })

  it('[BF7] sealed answers are in no file, neither one that is read nor one that is written', () => {
    const board = newBoard(1)
    rootMap(board, 'rounds').set('sealed', { goal: 'g', invited: ['ana'], revealed: false, groups: { w1: 'a' } })
    rootMap(board, 'rounds').set('odd', { goal: 'g', invited: ['ana'], revealed: 'true' })
    rootMap(board, 'rounds').set('open', { goal: 'g', invited: ['ana'], revealed: true, groups: { w4: 'a' } })
    for (const [id, round] of [['w1', 'sealed'], ['w2', 'odd'], ['w3', 'nowhere'], ['w4', 'open']] as const) rootMap(board, 'restatements').set(id, { round, person: 'ana', what: `secret ${id}` })
    const file = exportFile(board, NOW)
    expect(JSON.stringify(file)).not.toMatch(/secret w[123]|"w1"/)
    expect(file.restatements?.map(({ id }) => id)).toEqual(['w4'])
    expect(file.rounds?.map(({ id }) => id)).toEqual(['sealed', 'open'])

    const sent = checked({ ...file, rounds: [{ id: 'r', goal: 'g', revealed: false }], restatements: [{ id: 'w', round: 'r', person: 'ana', what: 'secret' }] })
    expect(sent.restatements).toEqual([])
  })

  it('[BF8] a template has the cards, links and teams, and nobody\'s name or answer', () => {
    for (const path of TEMPLATES) {
      const file = checked(jsonOf(path))
      const template = templateOf(file)
      const names = file.people.flatMap(({ id, name }) => [`"${id}"`, name])
      expect(names.filter((name) => JSON.stringify(template).includes(name))).toEqual([])
      expect(template.cards.map(({ id, title, body, team }) => ({ id, title, body, team }))).toEqual(file.cards.map(({ id, title, body, team }) => ({ id, title, body, team })))
      expect([template.links, template.teams]).toEqual([file.links, file.teams])
      expect(Object.keys(template).sort()).toEqual(['attestations', 'cards', 'format', 'language', 'links', 'people', 'settings', 'summary', 'teams', 'title'])
      expect(timeless(again(checked(template)))).toEqual(timeless(template))
    }
    const rich = templateOf(checked(jsonOf(RICH)))
    expect([rich.cards.some(({ id }) => id === 'n-gone'), rich.links.some(({ id }) => id === 'l7')]).toEqual([false, false])
  })

  it('[BF9] arrays are in the order of writing: the server\'s first, then by client; an overwrite moves nothing', () => {
    const server = newBoard(1)
    for (const id of ['z', 'a', 'm']) rootMap(server, 'teams').set(id, { name: id })
    const [ana, bo] = [newBoard(90), newBoard(80)]
    for (const board of [ana, bo]) Y.applyUpdate(board.doc, Y.encodeStateAsUpdate(server.doc))
    rootMap(ana, 'teams').set('b1', { name: 'of ana' })
    rootMap(bo, 'teams').set('b2', { name: 'of bo' })
    rootMap(bo, 'teams').set('z', { name: 'z again' })
    for (const [to, from] of [[ana, bo], [bo, ana]] as const) Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc))
    for (const board of [ana, bo]) expect(exportFile(board, NOW).teams.map(({ id }) => id)).toEqual(['z', 'a', 'm', 'b2', 'b1'])
  })

  it('[BF10] what belongs to the server goes to its roots, and no field of a card holds it', () => {
    const board = imported(checked(jsonOf(RICH)))
    expect(rootMap(board, 'authorship').get('a-load')).toEqual({ author: 'ben', createdAt: '2026-09-02T09:00:00Z', editedBy: 'ben', editedAt: '2026-10-02T09:00:00Z' })
    expect(rootMap(board, 'seen').get('d-rota')).toEqual(['cleo', 'ben', 'ada'])
    for (const id of rootMap(board, 'cards').keys()) expect([...cardMap(board, id)?.keys() ?? []].filter((key) => /author|createdAt|edited|seenBy|^id$|^x$/.test(key))).toEqual([])
  })

  it('[BF11] whole pixels, one line of title, and text that is well-formed', () => {
    const file = checked({ format: 'tacit-board/1', title: 'A\nB', cards: [{ id: 'a', kind: 'note', title: 'one\n\ntwo', body: 'half \ud83d', x: 1.6, y: -2.4, w: 200.2 }] })
    expect(again(file)).toMatchObject({ title: 'A B', cards: [{ title: 'one two', body: 'half \ufffd', x: 2, y: -2, w: 200 }] })
  })
})
