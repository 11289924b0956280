// The client's data on request.

export const dataRequest = {
  tab: 'Data request',
  title: 'The client’s data on request',
  intro:
    'The client has the right to get all data about them and to know who has looked at it and when. Showing and saving are written in the log.',
  identity: 'Check the client’s identity before handing anything over.',
  show: 'Show and print',
  save: 'Save as a JSON file',
  saved: 'File saved.',
  fileHelp:
    'The JSON file holds everything, sensitive answers and protected contact data too. Give it only to the client.',
  paper: 'Data about you',
  made: '{{station}} · {{time}}',
  leftOut: 'Left out of this print: {{kinds}}. The client gets these too on request.',
  earlierHetu: 'Earlier personal identity code {{number}} (until {{date}})',
  corrections: 'Corrections',
  followUpDone: 'Follow-up {{date}} marked as done {{time}}, {{by}}',
  version: 'Version {{version}}: {{time}}, {{by}}',
  draft: 'Unfinished: saved {{time}}',
  referral: 'Wellbeing referral {{date}}',
  at: 'Time',
  by: 'Recorded by',
  planChanges: 'Earlier contents of the plan',
  until: 'Until',
  releases: 'Statistics that counted you',
  releasesHelp: 'The statistics hold numbers only, no names and no identity codes.',
  countedAs: 'What was counted',
  counted: {
    participant: 'Participant',
    check: 'Health check',
    referral: 'Wellbeing referral',
    result: 'Results of the exit',
  },
  classes: 'Classes',
  erasure: '{{by}} proposed erasing the data, {{time}}. The proposal lapses when the data is used.',
}
