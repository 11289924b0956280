import { expect, test } from 'vitest'
import { type Event, foldEvents } from '../../../renderer/features/audit/fold-events.ts'

const event = (seq: number, name: string, more: Partial<Event> = {}): Event => ({
  seq,
  at: `2026-11-24T08:00:${String(seq).padStart(2, '0')}.000Z`,
  event: name,
  outcome: 'done',
  userName: 'Hilla Hoitaja',
  role: 'nurse',
  clientId: 'a',
  ...more,
})
const told = (events: Event[]) =>
  foldEvents(events).map(({ seq, times, since }) => [seq, times, since.slice(17, 19)])

test('saves of a draft in a row are one line, with the newest moment, the oldest and their number', () => {
  const saved = [1, 2, 3].map((seq) => event(seq, 'check.draft-saved'))
  expect(told([...saved, event(4, 'check.signed')])).toEqual([
    [4, 1, '04'],
    [3, 3, '01'],
  ])
})

test('other events, other people, other clients and refusals stay apart', () => {
  expect(told([event(1, 'client.viewed'), event(2, 'client.viewed')])).toEqual([
    [2, 1, '02'],
    [1, 1, '01'],
  ])
  const saved = 'check.draft-saved'
  const different = [
    { userName: 'Tuija Tohtori' },
    { clientId: 'b' },
    { outcome: 'refused' as const },
    { event: 'referral.draft-saved' },
  ]
  for (const one of different) expect(told([event(1, saved), event(2, saved, one)])).toHaveLength(2)
  expect(told([event(1, saved), event(2, 'client.viewed'), event(3, saved)])).toHaveLength(3)
})

test('the people whom a search showed are one line where the list names nobody', () => {
  const found = [1, 2, 3].map((seq) => event(seq, 'client.found', { clientId: null }))
  expect(told(found)).toEqual([[3, 3, '01']])
})
