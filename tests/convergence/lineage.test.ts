// A server that starts, writes, is copied and put back at random, and people who come and go. Whoever knows something
// that the server no longer has must notice it when they come, and nobody else. What each write said is told apart by a
// number of its own, so that the truth is known. One number makes a run; it is printed on failure.
import { describe, expect, it } from 'vitest'
import { Lineage, type EpochMemory } from '../../client/session/lineage.ts'
import { BoardEpochs } from '../../server/rooms/board-epochs.ts'
import type { Epoch } from '../../server/storage/storage.ts'
import { seeded } from './wire.ts'

interface Data { readonly writes: readonly number[]; readonly epochs: readonly Epoch[] }
/** What is broken on purpose: a server that begins no epochs, one that keeps its name over a start, a page that forgets. */
type Fault = 'none' | 'no epochs' | 'one name' | 'forgets'

class Person {
  knows: number[] = []
  online = false
  readonly memory: EpochMemory = { epoch: undefined }
  readonly lineage = new Lineage(this.memory)
}

class World {
  data: Data = { writes: [], epochs: [] }
  backup: Data = this.data
  readonly people = [new Person(), new Person(), new Person()]
  readonly problems: string[] = []
  readonly #fault: Fault
  #starts = 0
  #next = 0
  #epochs = new BoardEpochs('start 0', [])

  constructor(fault: Fault) {
    this.#fault = fault
  }

  start(from: Data): void {
    for (const person of this.people) person.online = false
    this.data = from
    this.#starts++
    this.#epochs = new BoardEpochs(this.#fault === 'one name' ? 'start' : `start ${this.#starts}`, from.epochs)
  }

  markRestored(): void {
    this.data = { ...this.data, epochs: [...this.data.epochs, { id: `mark ${this.#starts}`, from: 0 }] }
  }

  write(): void {
    const clock = this.data.writes.length
    const epoch = this.#fault === 'no epochs' ? undefined : this.#epochs.begin(clock)
    this.data = { writes: [...this.data.writes, this.#next++], epochs: epoch === undefined ? this.data.epochs : [...this.data.epochs, epoch] }
    for (const person of this.people) {
      if (!person.online) continue
      if (epoch !== undefined) person.lineage.hearEpochs({ clock: clock + 1, epochs: this.#epochs.all })
      person.knows = [...this.data.writes]
    }
  }

  come(person: Person, label: string): void {
    if (person.online) return
    if (this.#fault === 'forgets') person.memory.epoch = undefined
    person.online = true
    person.lineage.connected(person.knows.length)
    // Whoever was told of a mark that is gone is told that, too.
    const remembered = person.memory.epoch
    const noticed = person.lineage.hearEpochs({ clock: this.data.writes.length, epochs: this.#epochs.all })
    const gone = person.knows.some((write, clock) => this.data.writes[clock] !== write)
    const isMarked = remembered?.startsWith('mark') === true || this.data.epochs.some(({ id }) => id.startsWith('mark'))
    if (gone && !noticed) this.problems.push(`${label}: it was not noticed that the server went back`)
    if (noticed && !gone && !isMarked) this.problems.push(`${label}: nothing was lost, and it was said`)
    person.knows = [...this.data.writes]
  }
}

function run(seed: number, fault: Fault, marks: boolean): readonly string[] {
  const random = seeded(seed)
  const world = new World(fault)
  for (let step = 0; step < 120; step++) {
    const chance = random()
    const person = world.people[Math.floor(random() * world.people.length)]
    if (person === undefined) continue
    if (chance < 0.3) world.come(person, `step ${step}`)
    else if (chance < 0.45) person.online = false
    else if (chance < 0.8) world.write()
    else if (chance < 0.87) world.backup = world.data
    else if (chance < 0.94) world.start(world.data)
    else {
      world.start(world.backup)
      if (marks && random() < 0.5) {
        world.markRestored()
        world.start(world.data)
      }
    }
  }
  return world.problems
}

describe('a server that is put back to a backup', () => {
  it.each([false, true])('[AP4] is noticed by all who know what is gone, and by nobody else (marked: %s)', (marks) => {
    for (let seed = 1; seed <= 1_500; seed++) {
      const problems = run(seed, 'none', marks)
      if (problems.length > 0) expect.fail(`seed ${seed}: ${problems.slice(0, 5).join('\n')}`)
    }
  })

  it('[AP4] once it is marked, by everybody who knows anything', () => {
    const [world, early] = [new World('none'), new Person()]
    world.people.push(early)
    world.write()
    world.come(early, 'first')
    early.online = false
    world.markRestored()
    world.start(world.data)
    early.lineage.connected(early.knows.length)
    expect(early.lineage.hearEpochs({ clock: world.data.writes.length, epochs: world.data.epochs })).toBe(true)
    early.lineage.connected(1)
    expect(early.lineage.hearEpochs({ clock: 1, epochs: world.data.epochs })).toBe(false)
  })

  it.each(['no epochs', 'one name', 'forgets'] as const)('[AP4] the same runs catch %s', (fault) => {
    let caught = false
    for (let seed = 1; seed <= 200 && !caught; seed++) caught = run(seed, fault, false).length > 0
    expect(caught).toBe(true)
  })
})
