// Run by the crash test as a process of its own: types into a draft through the screen's own saving until it is killed,
// telling how much it had typed.
import { writeSync } from 'node:fs'
import type { CheckAnswers } from '../../domain/health-checks/answers.ts'
import { createAnswersStore } from '../../renderer/features/health-checks/answers-store.ts'
import { createAutosave } from '../../renderer/features/health-checks/use-autosave.ts'
import { makeServer, must, signInAs } from './make-server.ts'

const [folder, checkId, keyMs, letter] = process.argv.slice(2) as [string, string, string, string]
const { server } = makeServer({ folder })
Object.assign(globalThis, { window: { api: { call: server.call, on: () => () => undefined } } })
await must(signInAs(server, 'firstUser'))
const { draft } = await must(server.ask('checks.open', { checkId }))
const store = createAnswersStore(draft!.answers as unknown as CheckAnswers)
const { savedAt, revision } = draft!
createAutosave(store, checkId, { savedAt, revision, unsaved: false }).start()

// Each key makes the text one longer, so its length tells how much of the typing there is; its letter tells whose it is.
let length = 0
setInterval(() => {
  length += 1
  store.setSection('pain', { notes: letter.repeat(length) })
  writeSync(1, '.')
}, Number(keyMs))
