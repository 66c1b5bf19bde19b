// What the types say can't be.

/** Marks a branch that the types say is never taken; throwing here means a mistake of ours. */
export function absurd(value: never): never {
  throw new Error(`unexpected: ${JSON.stringify(value)}`)
}
