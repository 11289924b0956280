// The answers of a check while they are being typed. Not react-hook-form: it copies every value at each key and cannot
// hold keys with dots; here a field listens to its own value alone. What is in `answers` may always be saved; text that
// is not (yet) a value waits in `typed`, so that nothing typed is lost and nothing wrong is stored.
import type {
  CheckAnswers,
  FlagAnswer,
  InstrumentAnswers,
  SectionAnswers,
} from '../../../domain/health-checks/answers.ts'
import { withInstrument } from '../../../domain/health-checks/scores.ts'

export type Row = Record<string, unknown>

/** Answers and the texts that are no values yet, by path (`weight`, `bpReadings.0.sys`). */
export type Kept = { answers: CheckAnswers; typed: Readonly<Record<string, string>> }

export type AnswersStore = ReturnType<typeof createAnswersStore>

const EMPTY_SECTION: SectionAnswers = { skipped: false, skipReason: null, notes: '' }

const without = <T>(record: Readonly<Record<string, T>>, keys: (key: string) => boolean): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter(([key]) => !keys(key)))

/** What setting a field fills in besides, where nothing is being typed. */
type Propose = (key: string, fields: CheckAnswers['fields']) => Readonly<Record<string, unknown>>

export const createAnswersStore = (
  first: CheckAnswers,
  firstTyped: Kept['typed'] = {},
  propose: Propose = () => ({}),
) => {
  let answers = first
  let typed = firstTyped
  let changes = 0
  const listeners = new Set<() => void>()
  const tell = (): void => {
    for (const listener of listeners) listener()
  }
  const put = (next: Partial<CheckAnswers>): void => {
    answers = { ...answers, ...next }
    changes += 1
    tell()
  }
  const setTyped = (path: string, text: string | null): void => {
    if ((typed[path] ?? null) === text) return
    typed = text === null ? without(typed, (key) => key === path) : { ...typed, [path]: text }
  }

  return {
    answers: () => answers,
    typed: () => typed,
    /** Counts every change, so that saving knows whether something came after it. */
    changes: () => changes,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    /** Sets a field; `text` is what stands in the box when it is not a value. */
    setField: (key: string, value: unknown, text: string | null = null) => {
      setTyped(key, text)
      const fields = { ...answers.fields, [key]: value }
      put({ fields: { ...fields, ...without(propose(key, fields), (other) => other in typed) } })
    },
    setCell: (list: string, at: number, column: string, value: unknown, text: string | null = null) => {
      setTyped(`${list}.${at}.${column}`, text)
      const rows = [...((answers.fields[list] as Row[] | null | undefined) ?? [])]
      rows[at] = { ...rows[at], [column]: value }
      put({ fields: { ...answers.fields, [list]: rows } })
    },
    /** Replaces a list's rows after one was added or taken away; the rows after it must be confirmed anew. */
    setRows: (list: string, rows: Row[], from: number) => {
      const moved = (path: string) => path.startsWith(`${list}.`) && Number(path.split('.')[1]) >= from
      typed = without(typed, moved)
      put({
        fields: { ...answers.fields, [list]: rows },
        confirmed: without(answers.confirmed, moved),
      })
    },
    setSection: (id: string, change: Partial<SectionAnswers>) =>
      put({
        sections: { ...answers.sections, [id]: { ...EMPTY_SECTION, ...answers.sections[id], ...change } },
      }),
    setInstrument: (id: string, record: InstrumentAnswers | undefined, text: string | null = null) => {
      setTyped(`instruments.${id}`, text)
      put({ instruments: withInstrument(answers.instruments, id, record) })
    },
    setFlag: (id: string, flag: FlagAnswer | undefined) => {
      const others = without(answers.flags, (key) => key === id)
      put({ flags: flag ? { ...others, [id]: flag } : others })
    },
    /** The person has checked an unusual value. */
    confirm: (path: string, value: number) => put({ confirmed: { ...answers.confirmed, [path]: value } }),
    /** Takes over other answers as a whole, e.g. those saved by someone else. */
    replace: (next: CheckAnswers) => {
      typed = {}
      put(next)
    },
  }
}
