export function sourcesHash(): string
