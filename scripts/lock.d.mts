export function withLock<T>(
  path: string,
  purpose: string,
  work: (alsoHeldBy: (pid: number) => void) => Promise<T>,
): Promise<T>
