/** A failure told in plain words: run.mjs prints the message without a stack and ends with the exit code. */
export class PlainError extends Error {
  constructor(
    message: string,
    readonly exitCode = 1,
  ) {
    super(message)
  }
}
