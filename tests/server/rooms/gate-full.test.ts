// What a full board says: of which kind there are as many as there may be, so that each client has its own words for it.
import { expect, it } from 'vitest'
import { closeSentence } from '../../../client/session/server-words.ts'
import { fullWords } from '../../../client/session/words.ts'
import { german } from '../../../client/app/german.ts'
import { rootMap } from '../../../shared/board/document.ts'
import { addCard } from '../../../shared/board/write-cards.ts'
import { CLOSE } from '../../../shared/protocol/close-codes.ts'
import { roomBench } from '../../support/room-bench.ts'
import { stateOf } from '../../support/state-of.ts'
import { until } from '../../support/until.ts'

it('[G20] a board with as many teams or cards as it may have names the kind, and keeps the rest', async () => {
  for (const root of ['teams', 'cards'] as const) {
    const bench = await roomBench({ limits: { boardTeams: 2, boardCards: 2 } })
    const ann = await bench.join()
    for (const id of ['one', 'two', 'three']) {
      ann.edit(() => (root === 'teams' ? rootMap(ann.board, 'teams').set(id, { name: id, color: '#50606b' }) : addCard(ann.board, { id, kind: 'note', title: id, x: 0, y: 0 })))
    }
    await until(() => expect(ann.wire.closed?.code).toBe(CLOSE.tooLarge))
    const said = closeSentence(CLOSE.tooLarge, ann.wire.closed?.reason ?? '', stateOf({ cards: [] }))
    expect(said).toBe(fullWords[root])
    expect((german['session']?.['fullWords'] as typeof fullWords | undefined)?.[root]).toMatch(/^Diese Tafel hat so viele/)
  }
})
