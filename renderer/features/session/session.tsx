// Who is signed in, and what may be done. The status comes from the server; the screen never decides it.
import { useQueryClient } from '@tanstack/react-query'
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { type CallName, findCall, type Output } from '../../../domain/contract/table.ts'
import { mayCall } from '../../../domain/permissions.ts'
import { callApi, failureOf, onSessionEnd } from '../../api/call-api.ts'
import { forgetKept, prepareLock } from '../../app/lock-registry.ts'
import { bareAddress, forgetPlace, rememberedPlace, rememberPlace, restoreField } from './return-point.ts'

export type Status = Output<'session.status'>

type SessionValue = {
  status: Status
  /** Saves what is open, closes the database and forgets everything that was read. */
  lock: () => Promise<void>
  /** Asks the server again. */
  refresh: () => Promise<void>
  /** Takes the status that signing in answered. */
  enter: (status: Status) => void
  /** The database or the key turned out not to open. */
  block: (code: string) => void
}

const SessionContext = createContext<SessionValue | null>(null)

export const useSession = (): SessionValue => {
  const value = useContext(SessionContext)
  if (!value) throw new Error('outside SessionProvider')
  return value
}

/** The rule the server refuses with: may the signed-in person make this call here? */
export const useMay = (): ((name: CallName) => boolean) => {
  const { status } = useSession()
  const role = status.user?.role ?? null
  const { workplace } = status
  return useCallback((name) => mayCall(findCall(name)!, role, workplace) === null, [role, workplace])
}

/** Shown when not even the status could be had. */
const unreachable = (code: string): Status => ({
  state: 'blocked',
  problem: code,
  workplace: null,
  stationName: null,
  user: null,
  idleMinutes: 10,
  today: '',
})

const askStatus = (): Promise<Status> =>
  callApi('session.status', {}).catch((error: unknown) => unreachable(failureOf(error).code))

export const SessionProvider = ({ children }: { children: ReactNode }) => {
  const client = useQueryClient()
  const [status, setStatus] = useState<Status | null>(null)
  const latest = useRef<Status | null>(null)
  latest.current = status

  const refresh = useCallback(async () => setStatus(await askStatus()), [])

  const leave = useCallback(
    async (end: () => Promise<Status>) => {
      const user = latest.current?.user
      if (!user) return
      latest.current = { ...latest.current!, user: null }
      rememberPlace(user)
      await prepareLock()
      const next = await end()
      bareAddress()
      client.clear()
      setStatus(next)
    },
    [client],
  )

  const lock = useCallback(
    () =>
      leave(() => callApi('session.lock', {}).catch((error: unknown) => unreachable(failureOf(error).code))),
    [leave],
  )

  const enter = useCallback((next: Status) => {
    const place = rememberedPlace()
    if (place && place.userId === next.user?.id) {
      history.replaceState(null, '', `#${place.route}`)
      restoreField(place)
    } else forgetKept()
    forgetPlace()
    setStatus(next)
  }, [])

  const block = useCallback(
    (code: string) =>
      setStatus((now) => ({ ...(now ?? unreachable(code)), state: 'blocked', problem: code })),
    [],
  )

  useEffect(() => void refresh(), [refresh])
  useEffect(() => {
    const ended = () => void leave(askStatus)
    const stops = [onSessionEnd(ended), window.api.on('locked', ended)]
    return () => {
      for (const stop of stops) stop()
    }
  }, [leave])

  const value = useMemo(
    () => (status ? { status, lock, refresh, enter, block } : null),
    [status, lock, refresh, enter, block],
  )
  return value ? <SessionContext value={value}>{children}</SessionContext> : null
}
