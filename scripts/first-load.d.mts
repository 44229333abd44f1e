export const MOST_BYTES: number
export function firstLoad(): { readonly chunks: readonly { readonly file: string; readonly bytes: number }[]; readonly bytes: number }
export function chunkOf(url: string): string
