// The start of the check: the duty to inform, where the client came from, who the client is.
import { MUNICIPALITY_CODES } from '../../reference/municipalities.ts'
import { choice, day, line, lines, list, type Section, tick, whole, yesNo } from '../fields.ts'

const notGiven = { approved: false, reviewedOn: null } as const

const referred = { field: 'origin', notIn: ['self', 'family'] } as const

export const START_SECTIONS: readonly Section[] = [
  {
    ...notGiven,
    id: 'informed',
    needed: true,
    source: 'THL, Työttömän terveystarkastus: duty to inform; Terveydenhuoltolaki 1326/2010 § 13',
    heading: 'esitiedot',
    preVisit: false,
    instruments: [],
    fields: [
      tick('informedPurpose', { mandatory: true, mustBeTrue: true }),
      tick('informedDataUse', { mandatory: true, mustBeTrue: true }),
      tick('informedFollowUp', { mandatory: true, mustBeTrue: true }),
      choice('checkBasis', ['health_care_act_13', 'own_request', 'employment_area', 'multisector', 'other']),
    ],
  },
  {
    ...notGiven,
    id: 'origin',
    source: 'Categories from practice, to be agreed with Lapha',
    heading: 'esitiedot',
    preVisit: false,
    instruments: [],
    fields: [
      choice('origin', [
        'self',
        'employment_authority',
        'multisector',
        'social_services',
        'health_centre',
        'mental_substance',
        'outreach_youth',
        'kela',
        'association',
        'service_guidance',
        'former_occ_health',
        'family',
        'project',
        'other',
      ]),
      line('originOther', 200, { mandatory: true, showIf: { field: 'origin', in: ['other'] } }),
      day('originDate', { notAfterToday: true }),
      line('referrerName', 120, { mandatory: true, showIf: referred }),
      line('referrerOrganisation', 160, { mandatory: true, showIf: referred }),
      line('referrerPhone', 40, { showIf: referred }),
      line('referrerEmail', 120, { showIf: referred }),
      lines('originReason', 2000),
      tick('originFeedbackAllowed', { showIf: referred }),
    ],
  },
  {
    ...notGiven,
    id: 'background',
    source: 'THL and county descriptions of the check; practice',
    heading: 'esitiedot',
    preVisit: true,
    instruments: [],
    fields: [
      day('birthDate', { mandatory: true, notAfterToday: true, fromClient: 'birthDate', registerOnly: true }),
      choice(
        'municipality',
        { id: 'municipality', values: [...MUNICIPALITY_CODES, 'ULK', 'TTE'] },
        {
          mandatory: true,
          fromClient: 'municipality',
          locates: true,
        },
      ),
      choice('sex', ['female', 'male', 'unknown'], { fromClient: 'sex' }),
      choice('motherTongue', {
        id: 'language',
        values: ['fi', 'sv', 'se', 'smn', 'sms', 'ru', 'et', 'en', 'ar', 'uk', 'so', 'other'],
      }),
      choice(
        'serviceLanguage',
        {
          id: 'language',
          values: ['fi', 'sv', 'se', 'smn', 'sms', 'ru', 'et', 'en', 'ar', 'uk', 'so', 'other'],
        },
        { fromClient: 'language' },
      ),
      tick('interpreterNeeded', { fromClient: 'interpreter' }),
      choice('maritalStatus', [
        'single',
        'cohabiting',
        'married',
        'registered_partnership',
        'separated',
        'divorced',
        'widowed',
      ]),
      choice('household', ['alone', 'partner', 'partner_children', 'children', 'parents', 'other']),
      whole('childrenUnder18', [0, 20], { soft: [0, 10] }),
      line('phone', 40, { fromClient: 'phone', locates: true }),
      line('email', 120, { fromClient: 'email', locates: true }),
      list('nextOfKin', 3, [line('name', 120), line('relation', 60), line('phone', 40)], { locates: true }),
      // How able the minor is to decide of the care, as the professional finds.
      choice('minorCapacity', ['able', 'not_able'], {
        professional: true,
        showIf: { derived: 'minor', in: [true] },
      }),
      yesNo('guardianDisclosureForbidden', { professional: true, showIf: { derived: 'minor', in: [true] } }),
    ],
  },
]
