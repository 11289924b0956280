// Tables of releases (clinical workstation) and of imported aggregates (project office).

export type AggregatesSchema = Record<never, never>
