// Calendar quarters as the releases use them: codes like 2026-Q1, all dates YYYY-MM-DD in Finland.
import { PROJECT_PERIOD } from '../clients/entry.ts'

/** A calendar quarter, e.g. `2026-Q1`. Codes sort in time order as text. */
export type Quarter = string

/** The quarter a day belongs to. */
export const quarterOf = (day: string): Quarter =>
  `${day.slice(0, 4)}-Q${Math.floor((Number(day.slice(5, 7)) - 1) / 3) + 1}`

const parts = (quarter: Quarter): [year: number, number: number] => [
  Number(quarter.slice(0, 4)),
  Number(quarter.slice(6)),
]

/** The quarter after this one. */
export const nextQuarter = (quarter: Quarter): Quarter => {
  const [year, number] = parts(quarter)
  return number === 4 ? `${year + 1}-Q1` : `${year}-Q${number + 1}`
}

/** First and last day of a quarter. */
export const quarterDays = (quarter: Quarter): { from: string; to: string } => {
  const [year, number] = parts(quarter)
  const month = (value: number) => String(value).padStart(2, '0')
  const last = number === 1 || number === 4 ? 31 : 30
  return { from: `${year}-${month(number * 3 - 2)}-01`, to: `${year}-${month(number * 3)}-${last}` }
}

/** A quarter may be released when its last day is behind. */
export const hasEnded = (quarter: Quarter, today: string): boolean => quarterDays(quarter).to < today

/** Every quarter that touches the project's period. */
export const PROJECT_QUARTERS: readonly Quarter[] = (() => {
  const quarters: Quarter[] = []
  for (let q = quarterOf(PROJECT_PERIOD.from); q <= quarterOf(PROJECT_PERIOD.to); q = nextQuarter(q))
    quarters.push(q)
  return quarters
})()
