// Locks after the policy's minutes without a key, click or wheel. While someone works without asking anything of
// the server (a long form), it is told once a minute that they are there.
import { useEffect } from 'react'
import { callApi } from '../../api/call-api.ts'
import { useSession } from './session.tsx'

const LOOK_MS = 5_000
const TELL_MS = 60_000
const SIGNS_OF_LIFE = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const

export const useIdleLock = (): void => {
  const { status, lock } = useSession()
  const { idleMinutes } = status

  useEffect(() => {
    let lastUse = Date.now()
    let lastTold = Date.now()
    const used = (): void => {
      lastUse = Date.now()
    }
    const look = (): void => {
      const now = Date.now()
      if (now - lastUse >= idleMinutes * 60_000) {
        lastUse = now
        void lock()
      } else if (lastUse > lastTold && now - lastTold >= TELL_MS) {
        lastTold = now
        void callApi('session.stillHere', {}).catch(() => undefined)
      }
    }
    for (const sign of SIGNS_OF_LIFE) addEventListener(sign, used, { passive: true, capture: true })
    const timer = setInterval(look, LOOK_MS)
    return () => {
      clearInterval(timer)
      for (const sign of SIGNS_OF_LIFE) removeEventListener(sign, used, { capture: true })
    }
  }, [idleMinutes, lock])
}
