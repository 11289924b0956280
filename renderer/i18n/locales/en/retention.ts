// Retention and erasure by rule.

export const retention = {
  title: 'Retention and erasure',
  intro:
    'A client’s record can be erased from the station only when nobody has used it for the agreed time. It takes two people. The log and the figures already released stay.',
  rule: 'Rule',
  years: 'Years without use',
  yearsHelp: 'Empty: nothing is erased.',
  noRule: 'No rule is set: nothing is erased.',
  ruleIs: 'A record can be erased when nobody has used it for {{years}} years.',
  ruleSaved: 'Rule saved.',
  source: 'Basis (unconfirmed): {{source}}',
  candidates: 'Clients who can be erased',
  none: 'Nothing to erase',
  noneHelp: 'No client’s record meets the rule.',
  name: 'Name',
  birthYear: 'Year of birth',
  lastEvent: 'Last used',
  proposedBy: 'Proposed by',
  actions: 'Actions',
  propose: 'Propose erasure',
  proposeFor: 'Propose erasure: {{name}}',
  proposed: 'Erasure proposed. Another person must confirm it.',
  waitsForOther: 'Waits for another person to confirm',
  erase: 'Erase the record',
  eraseFor: 'Erase the record: {{name}}',
  eraseQuestion:
    '{{other}} has proposed that everything about {{name}} is erased from this station. This cannot be undone.',
  erased: 'Record erased.',
}
