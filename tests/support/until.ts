// Waiting for a condition: long enough for a busy machine, and no longer than it takes.
import { vi } from 'vitest'

const PATIENCE = { timeout: 20_000, interval: 10 }

/** Calls `check` until it no longer throws; rejects with its last error. */
export function until<T>(check: () => T | Promise<T>, patience: { readonly timeout?: number; readonly interval?: number } = PATIENCE): Promise<T> {
  return vi.waitFor(check, { ...PATIENCE, ...patience })
}
