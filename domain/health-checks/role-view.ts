// What a role that neither makes nor signs checks gets of one: by need, not whole. The server filters with this
// before anything leaves it; the screen says with it what is not shown.
import { INSTRUMENTS } from '../instruments/registry.ts'
import { CHECK_ROLES, type Role } from '../users/roles.ts'
import { type CheckAnswers, emptyAnswers } from './answers.ts'
import type { Provenance } from './bands.ts'
import type { Condition, Field, Section } from './fields.ts'
import { RED_FLAGS, type RedFlag } from './red-flags.ts'
import { type OnwardTarget, SENSITIVE_TARGETS } from './sections/closing.ts'
import { SECTIONS, sectionOfField, sensitivityOf } from './sections.ts'

/** `ordinary`: everything that is not marked sensitive. */
export type RoleView = Provenance & {
  role: Role
  fields: 'ordinary' | Readonly<Record<Section['id'], readonly Field['key'][]>>
  instruments: 'ordinary' | readonly string[]
  /** Left out besides what is marked sensitive. */
  exceptInstruments: readonly string[]
  exceptTargets: readonly OnwardTarget[]
  /** Free notes of sections, what was done about a finding, and reasons of amendments. */
  notes: boolean
}

const base = {
  source: 'Asiakastietolaki 703/2023: access by role and need; the words of the pre-visit form',
  approved: false,
  reviewedOn: null,
} as const

export const ROLE_VIEWS: readonly RoleView[] = [
  {
    ...base,
    role: 'coordinator',
    fields: 'ordinary',
    instruments: 'ordinary',
    // Its ninth item asks of self-harm, and a total beside the other eight tells the answer.
    exceptInstruments: ['phq9'],
    exceptTargets: [],
    notes: true,
  },
  {
    ...base,
    role: 'counsellor',
    fields: {
      // Papers that this role prints must say it too.
      background: ['guardianDisclosureForbidden'],
      motivation: ['readiness', 'importance', 'confidence', 'ownGoals', 'whatMatters'],
      // Without the justification and the question to the doctor: clinical words of the professional.
      conclusion: [
        'workAbility',
        'assessedByRole',
        'restrictions',
        'maxHoursPerWeek',
        'restrictionsOther',
        'supportNeeds',
        'nextAssessment',
        'nextAssessmentDate',
        'unableUntil',
        'strengths',
        'clientAgrees',
        'clientView',
      ],
      plan: ['planItems', 'followUpType', 'followUpDate', 'onward', 'clientGotPlan'],
    },
    instruments: ['was'],
    exceptInstruments: [],
    exceptTargets: ['psychiatric_nurse'],
    notes: false,
  },
]

/** Whether a role sees checks whole: those who make them. */
export const seesWholeCheck = (role: Role): boolean => CHECK_ROLES.some((one) => one === role)

const viewOf = (role: Role): RoleView | undefined => ROLE_VIEWS.find((view) => view.role === role)

const seesField = (view: RoleView, field: Field): boolean => {
  if (view.fields === 'ordinary') return sensitivityOf(field) === undefined
  const section = sectionOfField(field.key)
  return section !== undefined && (view.fields[section.id]?.includes(field.key) ?? false)
}

const seesInstrument = (view: RoleView, section: Section, id: string): boolean => {
  if (view.exceptInstruments.includes(id)) return false
  return view.instruments === 'ordinary'
    ? (INSTRUMENTS.get(id)?.sensitive ?? section.sensitive) === undefined
    : view.instruments.includes(id)
}

const fieldsSeen = (view: RoleView, { fields }: Section): Field[] =>
  fields.filter((field) => seesField(view, field))
const instrumentsSeen = (view: RoleView, section: Section): string[] =>
  section.instruments.map(({ id }) => id).filter((id) => seesInstrument(view, section, id))

/** Whether anything of a section is shown. */
const seesSection = (view: RoleView, section: Section): boolean =>
  fieldsSeen(view, section).length + instrumentsSeen(view, section).length > 0

/** Free notes may tell of anything that their section asks: they go where all of it goes. */
const seesNotes = (view: RoleView, section: Section): boolean =>
  view.notes &&
  fieldsSeen(view, section).length === section.fields.length &&
  instrumentsSeen(view, section).length === section.instruments.length

/** A finding tells the answers that raise it. */
const tellsOnlySeen = (
  condition: Condition,
  fields: ReadonlySet<string>,
  instruments: ReadonlySet<string>,
) => {
  const told = (part: Condition): boolean => {
    if ('all' in part) return part.all.every(told)
    if ('any' in part) return part.any.every(told)
    if ('field' in part) return fields.has(part.field)
    return 'instrument' in part ? instruments.has(part.instrument) : true
  }
  return told(condition)
}

const only = <T>(record: Readonly<Record<string, T>>, keys: ReadonlySet<string>): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter(([key]) => keys.has(key)))

/** Onward services that tell of something sensitive go, and those that do not say what they are. */
const onwardSeen = (view: RoleView, rows: unknown): unknown =>
  Array.isArray(rows)
    ? rows.filter(
        (row) =>
          row?.target &&
          !Object.hasOwn(SENSITIVE_TARGETS, row.target) &&
          !view.exceptTargets.includes(row.target),
      )
    : rows

/**
 * The answers as a role may have them: stored answers come in, whatever their age, and only what the role's row
 * names goes out. A role without a row gets nothing.
 */
export const answersFor = (role: Role, stored: Partial<CheckAnswers>): CheckAnswers => {
  const answers = { ...emptyAnswers(), ...stored }
  if (seesWholeCheck(role)) return answers
  const view = viewOf(role)
  if (!view) return emptyAnswers()
  const shown = SECTIONS.filter((section) => seesSection(view, section))
  const fields = new Set(shown.flatMap((section) => fieldsSeen(view, section).map(({ key }) => key)))
  const instruments = new Set(shown.flatMap((section) => instrumentsSeen(view, section)))
  const noted = new Set(shown.filter((section) => seesNotes(view, section)).map(({ id }) => id))
  const flag = ({ section, when }: RedFlag) =>
    view.notes &&
    shown.some(({ id, sensitive }) => id === section && !sensitive) &&
    tellsOnlySeen(when, fields, instruments)
  const seen = only(answers.fields, fields)
  return {
    fields: 'onward' in seen ? { ...seen, onward: onwardSeen(view, seen.onward) } : seen,
    sections: Object.fromEntries(
      shown.flatMap(({ id }) => {
        const state = answers.sections[id]
        return state ? [[id, noted.has(id) ? state : { ...state, notes: '' }]] : []
      }),
    ),
    instruments: only(answers.instruments, instruments),
    flags: only(answers.flags, new Set(RED_FLAGS.filter(flag).map(({ id }) => id))),
    confirmed: Object.fromEntries(
      Object.entries(answers.confirmed).filter(([path]) => fields.has(path.split('.')[0]!)),
    ),
  }
}

/** Why a check was amended or stopped, in the professional's free words. */
export const reasonFor = (role: Role, reason: string | null): string | null =>
  seesWholeCheck(role) || viewOf(role)?.notes ? reason : null

/** Sections of which a role gets nothing, and those of which it gets a part; null when it sees the check whole. */
export const leftOutFor = (role: Role): { whole: string[]; partly: string[] } | null => {
  if (seesWholeCheck(role)) return null
  const view = viewOf(role)
  const none = SECTIONS.filter((section) => !view || !seesSection(view, section))
  const part = SECTIONS.filter((section) => view && seesSection(view, section) && !seesNotes(view, section))
  return { whole: none.map(({ id }) => id), partly: part.map(({ id }) => id) }
}
