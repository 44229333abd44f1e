// Reads the written cases and boards that the rules are tested with.
import { readFileSync } from 'node:fs'
import type { PartialFile } from '../../support/state-of.ts'

function json(path: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8'))
}

export interface AssumptionCase { readonly id: string; readonly name: string; readonly now: string; readonly doc: PartialFile; readonly expect: unknown }
export interface MergeCase { readonly id: string; readonly name: string; readonly now: string; readonly base: PartialFile; readonly replicaA: PartialFile; readonly replicaB: PartialFile; readonly merged: PartialFile; readonly expect: object }
export interface OtherCase { readonly group: string; readonly name: string; readonly calls: readonly { readonly fn: string; readonly args: readonly string[]; readonly doc: PartialFile; readonly result: unknown }[] }
export interface WrittenReport { readonly file: string; readonly at: string; readonly [part: string]: unknown }

export const assumptionCases = (json('tests/data/vectors/assumption.json') as { vectors: AssumptionCase[] }).vectors
export const mergeCases = (json('tests/data/vectors/merge.json') as { vectors: MergeCase[] }).vectors
export const otherCases = (json('tests/data/vectors/others.json') as { cases: OtherCase[] }).cases
export const writtenReports = (json('tests/data/vectors/reports.json') as { reports: WrittenReport[] }).reports

export function template(file: string): PartialFile {
  return json(`server/templates/${file}`) as PartialFile
}
