// Where a run stops, and the search for the next such position, for page and debug adapter alike.
export * from './stop-search.ts'
export * from './stops.ts'
