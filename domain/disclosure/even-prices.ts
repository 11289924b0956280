/** Prices that differ less: cheapest moves along them are shorter, and short moves are whole more often. */

/** What is put on top, as shares of a price that few of the dear ones are below (at this quantile). */
const EVENED = [0.05, 0.2, 0.5]
const CHEAP = 0.1

/**
 * The same prices with a common part on top, small and larger, at last half the highest of them. Infinite ones stay.
 * None where the prices are even already.
 */
export function evened(cost: Float64Array): Float64Array[] {
  const finite = cost.filter((price) => price !== Infinity)
  const most = finite.reduce((high, price) => Math.max(high, price), 0)
  const least = finite.reduce((low, price) => Math.min(low, price), most)
  if (most <= 2 * least) return []
  const dear = finite.filter((price) => price > 2 * least).sort()
  const low = dear[Math.floor(dear.length * CHEAP)]!
  return [...EVENED.map((share) => share * low), most / 2].map((part) => cost.map((price) => price + part))
}
