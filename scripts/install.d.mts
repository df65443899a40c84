export function whyStale(root: string): string | null
export function installIfStale(root: string): Promise<void>
