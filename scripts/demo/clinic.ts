// One clinical workstation of the demo: people recorded and quarters released through the calls that the screens use.

import { quarterDays } from '../../domain/aggregates/quarters.ts'
import { type CheckAnswers, emptyAnswers } from '../../domain/health-checks/answers.ts'
import type { SubRegionId } from '../../domain/reference/municipalities.ts'
import { completeAnswers } from '../../tests/host/check-answers.ts'
import { makeServer, must, PEOPLE, setUp, signInAs } from '../../tests/host/make-server.ts'
import { choose, type DemoPerson, makePerson, type Random, randomFrom } from './people.ts'

export type ClinicPlan = { name: string; regions: readonly SubRegionId[]; clients: number }
export type DemoRelease = {
  station: string
  quarter: string
  participants: number
  cells: number
  suppressed: number
  status: string
  gap: number
  audit: string
  seconds: number
  file: string
}

const DAY_MS = 86_400_000
const plusDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS
const fieldDate = (day: string): string => plusDays(day, 21)

/** Days on which the demo's nurse works in a quarter; people enter between one and the next. */
const workDays = (quarter: string): string[] => {
  const { from } = quarterDays(quarter)
  return [plusDays(from, 43), plusDays(from, 86)]
}

export const openClinic = async (folder: string, plan: ClinicPlan, firstQuarter: string) => {
  const t = makeServer({ folder, now: `${quarterDays(firstQuarter).from}T06:00:00.000Z` })
  await setUp(t.server, 'clinical', plan.name)
  const ask = t.server.ask
  const counts = { clients: 0, checks: 0, referrals: 0 }
  const hetus: string[] = []
  /** Who came in the quarter before, and in this one. */
  let guests: string[] = []
  let newcomers: string[] = []
  const chance = randomFrom(plan.clients)

  const signInOn = async (day: string) => {
    t.setClock(`${day}T06:00:00.000Z`)
    await must(signInAs(t.server, 'firstUser'))
  }

  const recordCheck = async (clientId: string, person: DemoPerson, day: string) => {
    const { id: checkId } = await must(ask('checks.start', { clientId, checkDate: day }))
    const { draft } = await must(ask('checks.open', { checkId }))
    const started = completeAnswers((draft?.answers as CheckAnswers | undefined) ?? emptyAnswers())
    const fields = {
      ...started.fields,
      height: person.height,
      weight: person.weight,
      nextAssessmentDate: fieldDate(day),
    }
    const answers = JSON.parse(JSON.stringify({ ...started, fields })) as never
    const { revision } = await must(
      ask('checks.saveDraft', { checkId, revision: draft?.revision ?? 0, answers }),
    )
    await must(ask('checks.sign', { checkId, revision, to: 'closed' }))
    counts.checks++
    return checkId
  }

  const refer = async (clientId: string, checkId: string, day: string) => {
    const { id: referralId } = await must(ask('referrals.create', { clientId, checkId }))
    const opened = await must(ask('referrals.open', { referralId }))
    const content = {
      ...opened.content,
      contactPreference: 'letter',
      writerName: PEOPLE.firstUser.displayName,
      writerProfession: 'nurse',
      writerUnit: plan.name,
      writtenOn: day,
      reasons: ['meaningful_activity'],
      goal: 'Mielekästä tekemistä viikkoon.',
    }
    const saved = await must(ask('referrals.saveDraft', { referralId, revision: opened.revision, content }))
    const step = { referralId, note: '', details: {} }
    const consent = { method: 'oral' as const, receiver: 'Kylätalon toimintatupa' }
    const consented = await must(
      ask('referrals.step', { ...step, revision: saved.revision, to: 'consented', consent }),
    )
    await must(ask('referrals.step', { ...step, revision: consented.revision, to: 'sent', consent: null }))
    counts.referrals++
  }

  /** Whoever came a quarter ago leaves: what was reached is known at once, and final before the quarter ends. */
  const seeOff = async (day: string) => {
    for (const clientId of guests)
      await must(
        ask('clients.exitProject', {
          clientId,
          version: 1,
          exitDate: day,
          exitStatus: choose(chance, [
            ['employed', 4],
            ['unemployed', 3],
            ['student', 2],
            ['outside_other', 1],
          ] as const),
          exitJobSearch: chance() < 0.4,
          exitEducation: chance() < 0.25,
          exitQualification: chance() < 0.15,
          exitRestUnknown: false,
        }),
      )
  }

  const recordQuarter = async (quarter: string, howMany: number, random: Random, taken: Set<string>) => {
    const days = workDays(quarter)
    guests = newcomers
    newcomers = []
    let since = quarterDays(quarter).from
    for (const [index, day] of days.entries()) {
      await signInOn(day)
      if (index === 0) await seeOff(day)
      const share = index === 0 ? Math.ceil(howMany / 2) : Math.floor(howMany / 2)
      for (let i = 0; i < share; i++) {
        const entryDay = plusDays(since, Math.floor(random() * (daysBetween(since, day) + 1)))
        const person = makePerson(random, plan.regions, entryDay, taken)
        const { id } = await must(
          ask('clients.register', {
            ...person.register,
            entry: person.entry,
            statisticsConsent: { given: person.consents, method: 'written' },
          }),
        )
        hetus.push(person.register.hetu!)
        counts.clients++
        newcomers.push(id)
        const checkId = await recordCheck(id, person, day)
        if (person.referred) await refer(id, checkId, day)
      }
      since = plusDays(day, 1)
    }
  }

  /** Previews, releases and saves a quarter that has ended; the package comes back with its name. */
  const releaseQuarter = async (quarter: string, seconds: number) => {
    await signInOn(plusDays(quarterDays(quarter).to, 5))
    const began = performance.now()
    const preview = await must(ask('aggregates.preview', { quarter, seconds }))
    const { id } = await must(ask('aggregates.release', { token: preview.token }))
    await must(ask('aggregates.save', { releaseId: id }))
    const file = t.saved.at(-1)!
    const { figures, participants } = preview
    const release: DemoRelease = {
      station: plan.name,
      quarter,
      participants,
      cells: figures.cells,
      suppressed: figures.hidden,
      status: figures.status,
      gap: figures.gap,
      audit: figures.audit,
      seconds: Math.round((performance.now() - began) / 100) / 10,
      file: file.name,
    }
    return { release, bytes: file.bytes }
  }

  return {
    plan,
    counts,
    hetus,
    recordQuarter,
    releaseQuarter,
    close: () => t.server.close(),
    faults: t.faults,
  }
}
