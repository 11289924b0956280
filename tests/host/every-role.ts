// One user of every role that a workplace has, for tests that must ask as each of them.
import type { Role } from '../../domain/users/roles.ts'
import { ROLES_OF_WORKPLACE } from '../../domain/users/roles.ts'
import { must, PEOPLE, setUp, signInAs, type TestServer } from './make-server.ts'

const PASSWORD = 'kaamos kestää kauan täällä'

/** Sets up a station with a user of each role; returns how to sign in as one of them. */
export const everyRole = async ({ server }: TestServer, workplace: 'clinical' | 'office') => {
  await setUp(server, workplace)
  await must(signInAs(server, 'administrator'))
  for (const role of ROLES_OF_WORKPLACE[workplace]) {
    if (role === 'administrator') continue
    await must(
      server.ask('users.add', {
        username: `testi-${role}`,
        displayName: `Testi ${role}`,
        role,
        password: PASSWORD,
      }),
    )
  }
  return async (role: Role): Promise<void> => {
    const { username, password } =
      role === 'administrator' ? PEOPLE.administrator : { username: `testi-${role}`, password: PASSWORD }
    await must(server.ask('session.signIn', { username, password }))
  }
}
