// Display names tell people apart wherever the user name is not shown: in the log, on signatures, in lists.

/** What is left of a name when case, spaces and characters that cannot be seen do not matter. */
const folded = (name: string): string =>
  name
    .normalize('NFKC')
    .toLocaleLowerCase('fi')
    .replace(/[\s\p{Cf}]/gu, '')

/** Whether two display names would be taken for the same person's. */
export const sameDisplayName = (one: string, other: string): boolean => folded(one) === folded(other)
