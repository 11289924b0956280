// Key slots as rows and as file. The row of a user says which box is theirs; the key file holds the same for the time
// when the database is closed. They differ after a power cut between the two, or when somebody exchanged the file.
import { listUsers, saveKeyBox } from '../../db/repositories/users.ts'
import type { UserTable } from '../../db/schema.ts'
import { Refusal } from '../../domain/contract/errors.ts'
import { appendAudit } from '../audit/chain.ts'
import { boxOf, boxText, type KeyFile } from '../keys/key-file.ts'
import type { OpenVault, Vault } from '../keys/vault.ts'
import type { Station } from './station.ts'

type Slots = KeyFile['slots']

const sameSlots = (one: Slots, other: Slots): boolean => {
  const told = (slots: Slots) => slots.map(({ id, box }) => `${id} ${boxText(box)}`).sort()
  return told(one).join() === told(other).join()
}

/** What the key file should hold: the boxes of the rows, and the recovery key's. */
const slotsOf = (users: readonly UserTable[], file: KeyFile): Slots => [
  ...users.flatMap(({ slot_id, key_box }) =>
    key_box === null ? [] : [{ id: slot_id, kind: 'password' as const, box: boxOf(key_box) }],
  ),
  ...file.slots.filter(({ kind }) => kind === 'recovery'),
]

/** Users from before rows held boxes, with the box that the key file has for them. */
const withoutBox = (users: readonly UserTable[], file: KeyFile) =>
  users.flatMap((user) => {
    const slot = file.slots.find(({ id, kind }) => kind === 'password' && id === user.slot_id)
    return user.active === 1 && user.key_box === null && slot ? [{ id: user.id, box: boxText(slot.box) }] : []
  })

/**
 * Brings rows and key file together, with an event when there was anything to do: boxes from before the rows held them
 * are taken over, and then the file becomes what the rows say.
 */
export const settleSlots = async (station: Station, open: OpenVault): Promise<void> => {
  const { vault } = station
  const file = vault.readFile()
  const taken = withoutBox(await listUsers(open.read), file)
  const differs = await open.write.transaction().execute(async (db) => {
    for (const { id, box } of taken) await saveKeyBox(db, id, box)
    const repaired = !sameSlots(file.slots, slotsOf(await listUsers(db), file))
    if (taken.length > 0 || repaired)
      await appendAudit(db, {
        at: station.now(),
        userId: null,
        userName: '',
        role: 'nobody',
        event: 'session.key-file-settled',
        outcome: 'done',
        clientId: null,
        details: { taken: taken.length, repaired },
      })
    return repaired
  })
  if (!differs) return
  const users = await listUsers(open.read)
  vault.change((f) => {
    f.slots = slotsOf(users, f)
  })
}

/** Writes the key file after the row and its event are committed. A failure is mended at the next opening. */
export const afterRow = (vault: Vault, edit: (vault: Vault) => void): void => {
  try {
    edit(vault)
  } catch {
    throw new Refusal('key-file-unwritten')
  }
}
