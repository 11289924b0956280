// Seconds left of a wait that the server asked for, by the clock rather than by counting ticks.
import { useEffect, useState } from 'react'

/** @param since changes whenever a new wait begins, even one of the same length */
export const useCountdown = (seconds: number, since: unknown): number => {
  const [left, setLeft] = useState(seconds)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `since` starts the wait anew
  useEffect(() => {
    setLeft(seconds)
    if (seconds <= 0) return undefined
    const until = Date.now() + seconds * 1000
    const timer = setInterval(() => {
      const rest = Math.max(0, Math.ceil((until - Date.now()) / 1000))
      setLeft(rest)
      if (rest === 0) clearInterval(timer)
    }, 250)
    return () => clearInterval(timer)
  }, [seconds, since])
  return left
}
