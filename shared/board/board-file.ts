// The board file as a type: one board as one JSON object, what export gives and import, templates and the command line
// take. Types only; file-check.ts makes one of anything that was sent.
import type { BoardRecord, CardKind, Json, LinkType, RecordRoot, Role, Settings } from './records.ts'

export const FILE_FORMAT = 'tacit-board/1'

/** A card as a file has it: the position apart, the body as Markdown, and authorship among the fields. */
export interface FileCard {
  readonly id: string
  readonly kind: CardKind
  readonly title: string
  /** Markdown; a card may have none. */
  readonly body?: string
  readonly x: number
  readonly y: number
  readonly w?: number
  readonly order?: string
  readonly frame?: string
  readonly retired?: boolean
  readonly deleted?: boolean
  readonly author?: string
  readonly createdAt?: string
  readonly editedBy?: string
  readonly editedAt?: string
  readonly deletedAt?: string
  readonly seenBy?: readonly string[]
  readonly [field: string]: Json | undefined
}

export interface FileLink { readonly id: string; readonly from: string; readonly to: string; readonly type: LinkType; readonly [field: string]: Json | undefined }
export interface FileTeam { readonly id: string; readonly name?: string; readonly [field: string]: Json | undefined }
export interface FilePerson { readonly id: string; readonly name: string; readonly team: string; readonly role: Role; readonly timezone?: string; readonly removed?: boolean }

/** Collections that stand in a file only when they have something in them. */
export const OPTIONAL_COLLECTIONS = [
  'asks', 'stances', 'acks', 'perceptions', 'perceptionReplies', 'changeNotes', 'rounds', 'restatements', 'baselines', 'comments', 'marksOff',
] as const satisfies readonly ('asks' | RecordRoot)[]
export type OptionalCollection = (typeof OPTIONAL_COLLECTIONS)[number]

export interface BoardFile extends Readonly<Partial<Record<OptionalCollection, readonly BoardRecord[]>>> {
  readonly format: typeof FILE_FORMAT
  readonly title: string
  readonly summary?: string
  readonly language?: string
  readonly exportedAt?: string
  readonly settings?: Settings
  readonly teams: readonly FileTeam[]
  readonly people: readonly FilePerson[]
  readonly cards: readonly FileCard[]
  readonly links: readonly FileLink[]
  readonly attestations: readonly BoardRecord[]
}
