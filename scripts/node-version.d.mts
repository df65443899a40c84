export function nodeIsTooOld(version: string): string | null
