// Ways out of the program: printing the page that the screen shows, and text for the clipboard. The event is written first: a dialog may stay open for long.
import { clientById } from '../../db/repositories/clients.ts'
import type { documentsCalls } from '../../domain/contract/documents.calls.ts'
import { Refusal } from '../../domain/contract/errors.ts'
import { CLEARED_AFTER_SECONDS } from './copied-text.ts'
import type { Handlers } from './handler.ts'

/** File names hold no personal data: what and when, not who. */
const fileName = (document: string, today: string): string => `tyokykypolku-${document}-${today}.pdf`

export const documentsHandlers: Handlers<typeof documentsCalls> = {
  'documents.print': async (ctx, { clientId, document, to }) => {
    if (!(await clientById(ctx.db, clientId))) throw new Refusal('not-found')
    ctx.note({ document, to })
    ctx.afterCommit(async () => {
      ctx.mustBeSignedIn()
      const done =
        to === 'paper'
          ? await ctx.printer.print()
          : await ctx.files.save(fileName(document, ctx.today()), await ctx.printer.pdf())
      return { done }
    })
    return { done: false }
  },

  'documents.copy': async (ctx, { clientId, text }) => {
    if (!(await clientById(ctx.db, clientId))) throw new Refusal('not-found')
    ctx.afterCommit(async () => {
      ctx.mustBeSignedIn()
      await ctx.copied.copy(text)
      return { clearedAfterSeconds: CLEARED_AFTER_SECONDS }
    })
    return { clearedAfterSeconds: CLEARED_AFTER_SECONDS }
  },
}
