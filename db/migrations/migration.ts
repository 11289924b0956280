/** One step of the schema: never edited once released, only followed by another. */
export type Migration = { name: string; sql: string }
