// Whether keys of a single character do anything: on until somebody switches them off, for this browser. People who
// speak to their computer, or whose hands tremble, set off commands by such keys without wanting to.
import { useSingleKeys } from '../ui/key-map.ts'
import { recall, remember } from './browser-memory.ts'

/** Called once, before the first page is drawn. */
export function startKeys(): void {
  useSingleKeys(recall('single-keys') !== false)
}

export function chooseSingleKeys(on: boolean): void {
  remember('single-keys', on ? undefined : false)
  useSingleKeys(on)
}
