// What every part of a check's screen knows: the answers, the check they belong to, who is writing, and the texts.
import { createContext, useCallback, useContext, useEffect, useState, useSyncExternalStore } from 'react'
import type { CheckAnswers } from '../../../domain/health-checks/answers.ts'
import { holds } from '../../../domain/health-checks/conditions.ts'
import type { CheckContext } from '../../../domain/health-checks/facts.ts'
import type { Condition } from '../../../domain/health-checks/fields.ts'
import type { AnswersStore } from './answers-store.ts'

export type CheckScope = {
  store: AnswersStore
  context: CheckContext
  role: 'nurse' | 'doctor'
  /** The client answers alone: no professional's fields, scores or classes. */
  clientMode: boolean
}

const Scope = createContext<CheckScope | null>(null)
export const CheckScopeProvider = Scope.Provider

export const useCheckScope = (): CheckScope => {
  const scope = useContext(Scope)
  if (!scope) throw new Error('outside a check')
  return scope
}

/**
 * Part of the answers; redraws only when it has changed. `select` must give a plain value or a part of the answers
 * as it is, never a new object.
 */
export const useAnswersPart = <T>(select: (answers: CheckAnswers, context: CheckContext) => T): T => {
  const { store, context } = useCheckScope()
  return useSyncExternalStore(store.subscribe, () => select(store.answers(), context))
}

/** Text in a box that is not a value, or null. */
export const useTyped = (path: string): string | null => {
  const { store } = useCheckScope()
  return useSyncExternalStore(store.subscribe, () => store.typed()[path] ?? null)
}

/** Skip logic for the screen. */
export const useHolds = (condition: Condition | undefined): boolean =>
  useAnswersPart(
    useCallback(
      (answers, context) => condition === undefined || holds(condition, answers, context),
      [condition],
    ),
  )

const SETTLED_MS = 300

/** All answers, a moment after the last key: for what looks at the whole check and must not slow the typing. */
export const useSettledAnswers = (): CheckAnswers => {
  const { store } = useCheckScope()
  const [answers, setAnswers] = useState(store.answers)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = store.subscribe(() => {
      clearTimeout(timer)
      timer = setTimeout(() => setAnswers(store.answers()), SETTLED_MS)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [store])
  return answers
}
