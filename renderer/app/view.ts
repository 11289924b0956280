// What a view gets from its path.

export type ViewProps = { params: Record<string, string> }
