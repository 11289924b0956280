// Run by the crash test as a process of its own: signs in and registers clients until it is killed. Each id is told
// only after the server has answered, so a told client must be there afterwards.
import { writeSync } from 'node:fs'
import { clientInput } from './client-input.ts'
import { makeServer, must, signInAs } from './make-server.ts'

const [folder, run] = process.argv.slice(2)
const { server } = makeServer({
  folder,
  now: `2026-11-24T08:${String(Number(run) % 60).padStart(2, '0')}:00.000Z`,
})
await must(signInAs(server, 'firstUser'))
for (let i = 0; ; i += 1) {
  const input = clientInput({
    hetu: null,
    birthDate: '1990-01-01',
    familyName: 'Kuukkeli',
    givenNames: `Aila ${i}`,
    otherPerson: true,
  })
  const { id } = await must(server.ask('clients.register', input))
  writeSync(1, `${id}\n`)
}
