// Retention and erasure by rule.

export const retention = {
  title: 'Bevarande och radering',
  intro:
    'Klientens uppgifter kan raderas från stationen först när de inte har använts under avtalad tid. Det krävs två personer. Loggen och redan lämnade siffror bevaras.',
  rule: 'Regel',
  years: 'År utan användning',
  yearsHelp: 'Tomt: ingenting raderas.',
  noRule: 'Ingen regel är satt: ingenting raderas.',
  ruleIs: 'Uppgifterna kan raderas när de inte har använts på {{years}} år.',
  ruleSaved: 'Regeln har sparats.',
  source: 'Grund (obekräftad): {{source}}',
  candidates: 'Klienter som kan raderas',
  none: 'Inget att radera',
  noneHelp: 'Ingen klients uppgifter uppfyller regeln.',
  name: 'Namn',
  birthYear: 'Födelseår',
  lastEvent: 'Senast använd',
  proposedBy: 'Föreslagen av',
  actions: 'Åtgärder',
  propose: 'Föreslå radering',
  proposeFor: 'Föreslå radering: {{name}}',
  proposed: 'Radering har föreslagits. En annan person måste bekräfta den.',
  waitsForOther: 'Väntar på en annan persons bekräftelse',
  erase: 'Radera uppgifterna',
  eraseFor: 'Radera uppgifterna: {{name}}',
  eraseQuestion:
    '{{other}} har föreslagit att alla uppgifter om klienten {{name}} raderas från denna station. Raderingen kan inte ångras.',
  erased: 'Uppgifterna har raderats.',
}
