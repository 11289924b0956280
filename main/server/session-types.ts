// Who is signed in, as handlers and the station see it.
import type { Role } from '../../domain/users/roles.ts'

type SessionUser = { id: string; username: string; displayName: string; role: Role }
export type Session = { user: SessionUser; stationName: string; stationId: string }

/** How the log names a user. */
export const actorOf = ({ id, displayName, role }: SessionUser) => ({
  userId: id,
  userName: displayName,
  role,
})
