// The referral's draft: saved while one types. What cannot be saved stays in the form with its sentence, also over
// leaving the view, and the server keeps the field's last good value.

import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { type UseFormReturn, useForm } from 'react-hook-form'
import { isEmpty } from '../../../domain/contract/empty.ts'
import { emptyAnswers } from '../../../domain/health-checks/answers.ts'
import { visible } from '../../../domain/health-checks/conditions.ts'
import { REFERRAL_FIELDS } from '../../../domain/referrals/fields.ts'
import {
  type ContentProblem,
  NO_CONTEXT,
  parseReferralContent,
  type ReferralContent,
} from '../../../domain/referrals/schema.ts'
import { callApi, failureOf } from '../../api/call-api.ts'
import { fieldError } from '../../api/problems.ts'
import { beforeLock, keepTyped, takeKept } from '../../app/lock-registry.ts'
import type { Conflict } from '../../ui/conflict-alert.tsx'
import type { Draft } from './referral-field.tsx'

const PAUSE_MS = 500

/** `partly`: all but the refused fields. */
export type DraftState = 'saved' | 'partly' | 'unsaved' | 'failed' | 'stale'

/** What is kept over leaving: the refused texts, and everything when it could not be saved. */
type Left = { refused: Draft; unsaved: Draft | null; revision: number }

/** The given and visible values that the domain accepts, the last good ones of the others, and their problems. */
const savable = (values: Draft, good: ReferralContent) => {
  const answers = { ...emptyAnswers(), fields: values }
  const given = Object.fromEntries(
    Object.entries(values).filter(
      ([key, value]) => !isEmpty(value) && visible(REFERRAL_FIELDS.get(key)!, answers, NO_CONTEXT),
    ),
  )
  const read = parseReferralContent(given)
  const problems = read.ok ? [] : read.problems
  const wrong = [...new Set(problems.map(({ field }) => field.split('.')[0]!))]
  const content = Object.fromEntries(
    Object.entries(given).flatMap(([key, value]): [string, unknown][] => {
      if (!wrong.includes(key)) return [[key, value]]
      return isEmpty(good[key]) ? [] : [[key, good[key]]]
    }),
  )
  return { content, problems, wrong }
}

/** Shows the problems at their fields, and only those. */
export const showProblems = (form: UseFormReturn<Draft>, problems: readonly ContentProblem[]): void => {
  form.clearErrors()
  for (const problem of problems) form.setError(problem.field, fieldError(problem))
}

/** Every field of the table, so that each has a value to start from. */
const startOf = (content: ReferralContent): Draft =>
  Object.fromEntries([...REFERRAL_FIELDS.keys()].map((key) => [key, content[key] ?? null]))

export const useReferralDraft = (referralId: string, content: ReferralContent, firstRevision: number) => {
  const keep = `referral-draft-${referralId}`
  const [left] = useState(() => takeKept(keep) as Left | undefined)
  const behind = left?.unsaved && left.revision === firstRevision ? left.unsaved : null
  const form = useForm<Draft>({ defaultValues: behind ?? { ...startOf(content), ...left?.refused } })
  const [state, setState] = useState<DraftState>('saved')
  const [refused, setRefused] = useState(0)
  const revision = useRef(firstRevision)
  /** What the server has. */
  const good = useRef(content)
  const unsaved = useRef(behind !== null)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const running = useRef<Promise<void>>(Promise.resolve())
  /** Someone else has saved it since: nothing is sent until the person has chosen. */
  const stale = useRef(false)
  const client = useQueryClient()

  /** What may be sent; shows what may not. */
  const read = useCallback(() => {
    const found = savable(form.getValues(), good.current)
    showProblems(form, found.problems)
    setRefused(found.wrong.length)
    return { ...found, state: found.wrong.length > 0 ? ('partly' as const) : ('saved' as const) }
  }, [form])

  const send = useCallback(async (): Promise<void> => {
    if (!unsaved.current || stale.current) return
    unsaved.current = false
    const { content: next, state: sent } = read()
    try {
      const saved = await callApi('referrals.saveDraft', {
        referralId,
        revision: revision.current,
        content: next as Record<string, never>,
      })
      revision.current = saved.revision
      good.current = next
      setState(unsaved.current ? 'unsaved' : sent)
    } catch (error) {
      unsaved.current = true
      stale.current = failureOf(error).code === 'stale'
      setState(stale.current ? 'stale' : 'failed')
    }
  }, [read, referralId])

  /** Saves at once; resolves with the revision that is on the server, null when that is someone else's. */
  const flush = useCallback(async (): Promise<number | null> => {
    clearTimeout(timer.current)
    running.current = running.current.then(send)
    await running.current
    return stale.current ? null : revision.current
  }, [send])

  useEffect(() => {
    const stop = form.subscribe({
      formState: { values: true },
      callback: () => {
        unsaved.current = true
        if (stale.current) return
        setState('unsaved')
        clearTimeout(timer.current)
        timer.current = setTimeout(() => void flush(), PAUSE_MS)
      },
    })
    const forget = beforeLock(flush)
    const leave = keepTyped(keep, (): Left | undefined => {
      const values = form.getValues()
      const { wrong } = savable(values, good.current)
      if (wrong.length === 0 && !unsaved.current) return undefined
      return {
        refused: Object.fromEntries(wrong.map((key) => [key, values[key]])),
        unsaved: unsaved.current ? values : null,
        revision: revision.current,
      }
    })
    return () => {
      stop()
      forget()
      leave()
      void flush()
    }
  }, [form, flush, keep])

  // What was left behind: said at its field, or tried again.
  useEffect(() => {
    if (unsaved.current) void flush()
    else setState(read().state)
  }, [flush, read])

  /** The other's version; undefined when it is no draft any more, and the page then shows what it is. */
  const newest = async () => {
    const other = await callApi('referrals.open', { referralId })
    if (other.state !== 'draft') {
      await client.invalidateQueries({ queryKey: ['referrals.open'] })
      return undefined
    }
    revision.current = other.revision
    good.current = other.content
    stale.current = false
    return other
  }
  const conflict: Conflict = {
    keepOwn: async () => {
      if (await newest()) await flush()
    },
    takeOther: async () => {
      const other = await newest()
      if (!other) return
      form.reset(startOf(other.content))
      clearTimeout(timer.current)
      unsaved.current = false
      setState(read().state)
    },
  }

  return { form, state, refused, flush, problems: () => read().problems, conflict }
}
