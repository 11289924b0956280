// Saves the draft while one types: soon after the last key, at the latest a second after the first, one save at a time,
// before locking and on leaving. Whatever goes wrong, the answers stay on the screen and are tried again.
import { useEffect, useSyncExternalStore } from 'react'
import type { CheckAnswers } from '../../../domain/health-checks/answers.ts'
import { callApi, failureOf } from '../../api/call-api.ts'
import { beforeLock, keepTyped } from '../../app/lock-registry.ts'
import type { AnswersStore } from './answers-store.ts'

const PAUSE_MS = 400
const LONGEST_MS = 800
const AGAIN_MS = 3_000

/** `stale`: someone else has saved the draft since; `failed`: the server could not, and is asked again. */
export type SaveState = { kind: 'saved' | 'unsaved' | 'failed' | 'stale'; at: number | null }

export type Autosave = ReturnType<typeof createAutosave>

export const createAutosave = (
  store: AnswersStore,
  checkId: string,
  first: { revision: number; savedAt: string; unsaved: boolean },
) => {
  let { revision } = first
  let saved = first.unsaved ? -1 : store.changes()
  let state: SaveState = { kind: first.unsaved ? 'unsaved' : 'saved', at: Date.parse(first.savedAt) }
  let pause: ReturnType<typeof setTimeout> | undefined
  let longest: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> = Promise.resolve()
  const listeners = new Set<() => void>()

  const show = (kind: SaveState['kind'], at = state.at): void => {
    if (state.kind === kind && state.at === at) return
    state = { kind, at }
    for (const listener of listeners) listener()
  }
  const stopTimers = (): void => {
    clearTimeout(pause)
    clearTimeout(longest)
    longest = undefined
  }
  const isSaved = (): boolean => saved === store.changes()

  const send = async (): Promise<void> => {
    if (isSaved() || state.kind === 'stale') return
    const sent = store.changes()
    try {
      const answers = store.answers() as unknown as Record<string, never>
      revision = (await callApi('checks.saveDraft', { checkId, revision, answers })).revision
      saved = sent
      show(isSaved() ? 'saved' : 'unsaved', Date.now())
    } catch (error) {
      const { code } = failureOf(error)
      show(code === 'stale' ? 'stale' : 'failed')
      if (code !== 'stale' && code !== 'not-signed-in') longest ??= setTimeout(() => void save(), AGAIN_MS)
    }
  }
  /** Saves at once what is unsaved; resolves when it is saved or refused. */
  const save = (): Promise<void> => {
    stopTimers()
    running = running.then(send)
    return running
  }
  const changed = (): void => {
    if (isSaved()) return
    if (state.kind === 'saved') show('unsaved')
    clearTimeout(pause)
    pause = setTimeout(() => void save(), PAUSE_MS)
    longest ??= setTimeout(() => void save(), LONGEST_MS)
  }

  return {
    save,
    isSaved,
    revision: () => revision,
    state: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    /** Starts following the answers; returns how to stop, which also saves. */
    start: () => {
      const stop = store.subscribe(changed)
      if (!isSaved()) changed()
      return () => {
        stop()
        void save().finally(stopTimers)
      }
    },
    /** After a conflict: goes on from the other revision, with `answers` or with one's own. */
    resolve: (otherRevision: number, answers: CheckAnswers | null) => {
      revision = otherRevision
      if (answers) {
        store.replace(answers)
        saved = store.changes()
        show('saved', Date.now())
      } else {
        show('unsaved')
        void save()
      }
    },
  }
}

/** What survives locking and leaving: answers that could not be saved, and texts that are no values yet. */
export const keepName = (checkId: string): string => `check-${checkId}`

export const useAutosave = (autosave: Autosave, store: AnswersStore, checkId: string): void => {
  useEffect(() => {
    const stops = [
      autosave.start(),
      beforeLock(autosave.save),
      keepTyped(keepName(checkId), () =>
        autosave.isSaved() && Object.keys(store.typed()).length === 0
          ? undefined
          : {
              answers: autosave.isSaved() ? null : store.answers(),
              typed: store.typed(),
              revision: autosave.revision(),
            },
      ),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [autosave, store, checkId])
}

export const useSaveState = (autosave: Autosave): SaveState =>
  useSyncExternalStore(autosave.subscribe, autosave.state)
