// Reads the written cases and boards that the rules are tested with.
import { readFileSync } from 'node:fs'
import type { PartialFile } from '../../support/state-of.ts'

export interface AssumptionCase { readonly id: string; readonly name: string; readonly now: string; readonly doc: PartialFile; readonly expect: unknown }
export interface MergeCase { readonly id: string; readonly name: string; readonly now: string; readonly base: PartialFile; readonly replicaA: PartialFile; readonly replicaB: PartialFile; readonly merged: PartialFile; readonly expect: object }
export interface OtherCase { readonly group: string; readonly name: string; readonly calls: readonly { readonly fn: string; readonly args: readonly string[]; readonly doc: PartialFile; readonly result: unknown }[] }
export interface WrittenReport { readonly file: string; readonly at: string; readonly [part: string]: unknown }

/** One collection of a JSON file of the repository, for example `cases` of `tests/data/vectors/others.json`. */
export function written(path: string, collection: string): readonly unknown[] {
  const content = JSON.parse(readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')) as Record<string, readonly unknown[]>
  return content[collection] ?? []
}

export function template(file: string): PartialFile {
  return JSON.parse(readFileSync(new URL(`../../../server/templates/${file}`, import.meta.url), 'utf8')) as PartialFile
}
