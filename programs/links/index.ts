// Links that carry a program and the moment at which it is looked at (keeping.md, section 2).
export { type LinkRefusal, REFUSALS, readLink, type Shared, type SharedStop, writeLink } from './link.ts'
export { packText, unpackText } from './packed-text.ts'
