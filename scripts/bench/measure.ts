// Timing of two ways to do the same, taken in turns so that a slow moment of the machine meets both.

export type Pair = { product: number; raw: number }

/** The first quartile: what the work costs when nothing else on the machine is in its way. */
const typical = (values: number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 4)]!
}

/**
 * Milliseconds (first quartile) of one product call and of one raw one. Each run gets a number of its own, so that no run
 * repeats another's question.
 */
export const measure = async (
  runs: number,
  product: (run: number) => Promise<unknown>,
  raw: (run: number) => unknown,
): Promise<Pair> => {
  const times = { product: [] as number[], raw: [] as number[] }
  const warm = Math.min(20, Math.ceil(runs / 5))
  for (let run = 0; run < runs + warm; run += 1) {
    const a = performance.now()
    await product(run)
    const b = performance.now()
    raw(run)
    const c = performance.now()
    if (run < warm) continue
    times.product.push(b - a)
    times.raw.push(c - b)
  }
  return { product: typical(times.product), raw: typical(times.raw) }
}
