/**
 * The second profile, for ad-hoc tables inside the house: cell-key perturbation. The same people always get the same
 * noise; zeros stay zero; nothing from 1 to the smallest output remains. Never part of a release: a package has room for
 * the catalogue's tables only.
 */

export interface PerturbationProfile {
  /** Largest change. */
  spread: number
  /** Smallest count that is ever shown, except 0. */
  smallest: number
}

export const STANDARD_PERTURBATION: PerturbationProfile = { spread: 2, smallest: 3 }

/** Record keys are whole numbers from 0 to below this. */
export const KEY_RANGE = 2 ** 32

/** Label that every perturbed table must carry. */
export const PERTURBED_LABEL = 'perturbed'

interface PerturbedTable {
  profile: typeof PERTURBED_LABEL
  cells: { key: string; count: number }[]
}

/**
 * Chances of each output for a count: symmetric noise with mean zero, output 0 or at least `smallest`.
 * @returns outputs with their probabilities, in rising order; probabilities sum to 1 and the mean is the count.
 */
export function outputs(
  count: number,
  { spread, smallest }: PerturbationProfile,
): { value: number; chance: number }[] {
  if (count === 0) return [{ value: 0, chance: 1 }]
  if (count < smallest)
    return [
      { value: 0, chance: 1 - count / smallest },
      { value: smallest, chance: count / smallest },
    ]
  const reach = Math.min(spread, count - smallest)
  const weights = Array.from({ length: 2 * reach + 1 }, (_, k) => reach + 1 - Math.abs(k - reach))
  const sum = weights.reduce((a, b) => a + b, 0)
  return weights.map((weight, k) => ({ value: count - reach + k, chance: weight / sum }))
}

/**
 * Perturbs a count.
 * @param recordKeys one permanent random whole number below `KEY_RANGE` per person in the cell; the cell key is their
 *   sum modulo that, exact in any order.
 */
export function perturb(recordKeys: readonly number[], profile: PerturbationProfile): number {
  const cellKey = recordKeys.reduce((sum, key) => (sum + key) % KEY_RANGE, 0) / KEY_RANGE
  let reached = 0
  const choices = outputs(recordKeys.length, profile)
  for (const { value, chance } of choices) {
    reached += chance
    if (cellKey < reached) return value
  }
  return choices.at(-1)!.value
}

/** A labelled perturbed table. Totals are perturbed on their own and need not equal the sum of their parts. */
export function perturbTable(
  cells: readonly { key: string; recordKeys: readonly number[] }[],
  profile: PerturbationProfile,
): PerturbedTable {
  return {
    profile: PERTURBED_LABEL,
    cells: cells.map(({ key, recordKeys }) => ({ key, count: perturb(recordKeys, profile) })),
  }
}
