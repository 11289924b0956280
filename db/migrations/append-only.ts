// Triggers of tables whose rows are written once. A migration's text never changes: neither may these.

/** Rows are never changed. */
export const noUpdate = (table: string): string => `
create trigger ${table}_no_update before update on ${table} begin select raise(abort, 'append-only'); end;`

/** Rows are never changed and never removed. */
export const appendOnly = (table: string): string => `${noUpdate(table)}
create trigger ${table}_no_delete before delete on ${table} begin select raise(abort, 'append-only'); end;`
