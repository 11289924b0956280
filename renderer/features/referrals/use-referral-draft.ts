// The referral's draft: saved while one types, what cannot be saved stays in the form with its sentence.

import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useForm } from 'react-hook-form'
import { emptyAnswers } from '../../../domain/health-checks/answers.ts'
import { visible } from '../../../domain/health-checks/conditions.ts'
import { REFERRAL_FIELDS } from '../../../domain/referrals/fields.ts'
import { NO_CONTEXT, parseReferralContent, type ReferralContent } from '../../../domain/referrals/schema.ts'
import { callApi, failureOf } from '../../api/call-api.ts'
import { beforeLock } from '../../app/lock-registry.ts'
import type { Conflict } from '../../ui/conflict-alert.tsx'
import type { Draft } from './referral-field.tsx'

const PAUSE_MS = 500

export type DraftState = 'saved' | 'unsaved' | 'failed' | 'stale'

const isGiven = (value: unknown): boolean =>
  value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)

/** The given and visible values that the domain accepts, and the problems of the others. */
const savable = (values: Draft) => {
  const answers = { ...emptyAnswers(), fields: values }
  const given = Object.fromEntries(
    Object.entries(values).filter(
      ([key, value]) => isGiven(value) && visible(REFERRAL_FIELDS.get(key)!, answers, NO_CONTEXT),
    ),
  )
  const read = parseReferralContent(given)
  if (read.ok) return { content: given, problems: [] }
  const wrong = new Set(read.problems.map(({ field }) => field.split('.')[0]))
  return {
    content: Object.fromEntries(Object.entries(given).filter(([key]) => !wrong.has(key))),
    problems: read.problems,
  }
}

/** Every field of the table, so that each has a value to start from. */
const startOf = (content: ReferralContent): Draft =>
  Object.fromEntries([...REFERRAL_FIELDS.keys()].map((key) => [key, content[key] ?? null]))

export const useReferralDraft = (referralId: string, content: ReferralContent, firstRevision: number) => {
  const form = useForm<Draft>({ defaultValues: startOf(content) })
  const [state, setState] = useState<DraftState>('saved')
  const revision = useRef(firstRevision)
  const unsaved = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const running = useRef<Promise<void>>(Promise.resolve())
  /** Someone else has saved it since: nothing is sent until the person has chosen. */
  const stale = useRef(false)
  const client = useQueryClient()

  const send = useCallback(async (): Promise<void> => {
    if (!unsaved.current || stale.current) return
    unsaved.current = false
    const { content: next, problems } = savable(form.getValues())
    form.clearErrors()
    for (const { field, code } of problems) form.setError(field, { type: 'problem', message: code })
    try {
      const saved = await callApi('referrals.saveDraft', {
        referralId,
        revision: revision.current,
        content: next as Record<string, never>,
      })
      revision.current = saved.revision
      setState(unsaved.current ? 'unsaved' : 'saved')
    } catch (error) {
      unsaved.current = true
      stale.current = failureOf(error).code === 'stale'
      setState(stale.current ? 'stale' : 'failed')
    }
  }, [form, referralId])

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
    return () => {
      stop()
      forget()
      void flush()
    }
  }, [form, flush])

  /** The other's version; undefined when it is no draft any more, and the page then shows what it is. */
  const newest = async () => {
    const other = await callApi('referrals.open', { referralId })
    if (other.state !== 'draft') {
      await client.invalidateQueries({ queryKey: ['referrals.open'] })
      return undefined
    }
    revision.current = other.revision
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
      setState('saved')
    },
  }

  return { form, state, flush, conflict }
}
