// What waits for the signed-in person.

export const worklist = {
  title: 'Worklist',
  intro: 'Unfinished checks, the doctor’s queue, follow-ups and referrals waiting for an answer.',
  filter: 'Show',
  date: 'Date',
  client: 'Client',
  what: 'What waits',
  state: 'State',
  overdue: 'overdue',
  nothing: 'Nothing waits',
  nothingHelp: 'Find a client, or begin a new check on the client’s page.',
  counted: '{{name}} ({{count}})',
  show: {
    all: 'All',
    today: 'Today',
    overdue: 'Overdue',
    draft: 'Unfinished',
    'doctor-queue': 'Doctor’s queue',
    'follow-up': 'Follow-ups',
    plan: 'Plan',
    referral: 'Referrals',
  },
  kind: {
    draft: 'Unfinished check',
    amendment: 'Unfinished amendment of a check',
    'doctor-queue': 'Doctor’s part',
    'follow-up': 'Agreed follow-up',
    plan: 'Step of the plan',
    referral: 'Referral waiting',
  },
}
