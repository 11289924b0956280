// A signed check of a client on a day, prepared by the calls that the screen makes.
import type { CheckAnswers } from '../../domain/health-checks/answers.ts'
import { completeAnswers } from '../host/check-answers.ts'
import { must, type TestServer } from '../host/make-server.ts'

/** Adds to a complete check; returns its id. */
export const signedCheck = async (
  { server }: TestServer,
  clientId: string,
  checkDate: string,
  more: Partial<Pick<CheckAnswers, 'fields' | 'instruments'>> = {},
): Promise<string> => {
  const { id: checkId } = await must(server.ask('checks.start', { clientId, checkDate }))
  const { draft } = await must(server.ask('checks.open', { checkId }))
  const complete = completeAnswers(draft!.answers as CheckAnswers)
  const answers = {
    ...complete,
    fields: { ...complete.fields, ...more.fields },
    instruments: { ...complete.instruments, ...more.instruments },
  }
  await must(server.ask('checks.saveDraft', { checkId, revision: 0, answers: answers as never }))
  await must(server.ask('checks.sign', { checkId, revision: 1, to: 'closed' }))
  return checkId
}
