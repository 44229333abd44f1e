export const KEPT_BUILDS: number
export function publishedFrom(dist: string): string | undefined
export function folderOfNext(dist: string): string
export function publish(next: string, dist: string, from: string, now?: number): void
