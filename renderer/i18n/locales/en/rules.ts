// Clinical limits and advice that the station keeps.

export const rules = {
  title: 'Clinical limits',
  intro:
    'The limits that the program ships are proposals. Each saving leaves a version and an event in the log.',
  source: 'Source',
  reviewedOn: 'Reviewed on',
  approve: 'A doctor has approved',
  approveHelp: 'Approval needs the day of the review. Without approval the content is marked as unapproved.',
  approveDoctor: 'Only a doctor approves. What you save waits for a doctor’s approval.',
  earlyRisk: {
    title: 'Early risk',
    sign: 'Sign',
    limit: 'Limit',
    points: 'Points',
    atLeast: 'at least',
    atMost: 'at most',
    weight: 'points',
    unit: {
      unemploymentMonths: 'months',
      workAbility: 'WAS, 0–10',
      workAbilityFall: 'WAS points',
      phq9: 'PHQ-9, 0–27',
      gad7: 'GAD-7, 0–21',
      who5: 'WHO-5, 0–100',
      pain: 'NRS, 0–10',
      sleep: 'ISI, 0–28',
      ucla3: 'UCLA-3, 3–9',
      limits: 'limitations',
      checksWithoutChange: 'checks',
    },
    some: 'Some risk, from points',
    clear: 'Clear risk, from points',
  },
  advice: {
    title: 'Reminders before signing',
    fields: 'Fields reminded of',
    help: 'A reminder does not refuse the signature.',
  },
}
