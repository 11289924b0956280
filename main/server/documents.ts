// Ways out of the program: printing the page that the screen shows, and text for the clipboard. The event is written first: a dialog may stay open for long.
import type { documentsCalls } from '../../domain/contract/documents.calls.ts'
import { CLEARED_AFTER_SECONDS } from './copied-text.ts'
import type { Handlers } from './handler.ts'
import { knownClient } from './known-client.ts'

/** File names hold no personal data: what and when, not who. */
const fileName = (document: string, today: string): string => `tyokykypolku-${document}-${today}.pdf`

export const documentsHandlers: Handlers<typeof documentsCalls> = {
  'documents.print': async (ctx, { clientId, document, to }) => {
    await knownClient(ctx.db, clientId)
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
    await knownClient(ctx.db, clientId)
    ctx.afterCommit(async () => {
      ctx.mustBeSignedIn()
      await ctx.copied.copy(text)
      return { clearedAfterSeconds: CLEARED_AFTER_SECONDS }
    })
    return { clearedAfterSeconds: CLEARED_AFTER_SECONDS }
  },
}
