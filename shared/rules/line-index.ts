// The dependencies of a board, from team to team, grouped for their judgement: by the cards at their ends, with what
// people acknowledged of each. The next index costs what differs between two states. Knows no rule.
import type { BoardRecord, BoardState, Link } from '../board/records.ts'
import { changes, edits } from './board-index.ts'
import { Groups, group } from './groups.ts'

interface Grouped {
  readonly lines: Groups<Link>
  readonly acks: Groups<BoardRecord>
  readonly said: Groups<BoardRecord>
}

const linkOf = (ack: BoardRecord): string => (typeof ack['link'] === 'string' ? ack['link'] : '')
const personOf = (ack: BoardRecord): string => (typeof ack['person'] === 'string' ? ack['person'] : '')

/** True for a link that one card needs another by. */
export function isLine(link: Link | undefined): link is Link {
  return link?.type === 'depends_on'
}

export class LineIndex {
  readonly state: BoardState
  readonly #grouped: Grouped

  private constructor(state: BoardState, grouped: Grouped) {
    this.state = state
    this.#grouped = grouped
  }

  static of(state: BoardState): LineIndex {
    const lines = new Map<string, Link[]>()
    const acks = new Map<string, BoardRecord[]>()
    const said = new Map<string, BoardRecord[]>()
    for (const link of state.links.values()) {
      if (isLine(link)) for (const end of [link.from, link.to]) group(lines, end, link)
    }
    for (const ack of state.records.acks.values()) {
      group(acks, linkOf(ack), ack)
      group(said, personOf(ack), ack)
    }
    return new LineIndex(state, { lines: Groups.of(lines), acks: Groups.of(acks), said: Groups.of(said) })
  }

  /** The dependencies that begin or end at a card. */
  linesAt(cardId: string): readonly Link[] {
    return this.#grouped.lines.get(cardId)
  }

  acksOf(linkId: string): readonly BoardRecord[] {
    return this.#grouped.acks.get(linkId)
  }

  /** The index of another state, and the links of which the link itself, an acknowledgement or the person behind one differs. */
  next(state: BoardState, people: Iterable<string>): { readonly lines: LineIndex; readonly differing: ReadonlySet<string> } {
    const old = this.#grouped
    const links = changes(this.state.links, state.links).map(({ was, is }) => ({ was: isLine(was) ? was : undefined, is: isLine(is) ? is : undefined }))
    const acks = changes(this.state.records.acks, state.records.acks)
    const grouped: Grouped = {
      lines: old.lines.edited([...edits(links, (link) => link.from), ...edits(links, (link) => link.to)]),
      acks: old.acks.edited(edits(acks, linkOf)),
      said: old.said.edited(edits(acks, personOf)),
    }
    const differing = new Set([...edits(links, (link) => link.id), ...edits(acks, linkOf)].map(({ key }) => key))
    for (const person of people) for (const ack of grouped.said.get(person)) differing.add(linkOf(ack))
    return { lines: new LineIndex(state, grouped), differing }
  }
}
