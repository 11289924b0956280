import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block } from '../../../domain/disclosure/blocks.ts'
import { activity, type Cut } from '../../../domain/disclosure/cuts.ts'
import { cutsIn } from '../../../domain/disclosure/region-cuts.ts'

/** A region whose nodes are these nodes of the large block; nothing else of it matters here. */
const regionOf = (nodes: readonly (readonly number[])[]): Block => ({
  nodes: nodes.map((cells) => ({
    below: 1,
    above: 1,
    weight: cells.length,
    forced: false,
    derived: false,
    members: cells.map((cell) => ({ cell, sign: 1 as const })),
  })),
  rows: [],
  targets: [],
  attackers: [],
  colluding: 1,
})

const sum = (rhs: number, coef: Record<number, number>): Cut => ({
  index: Object.keys(coef).map(Number),
  coef: Object.values(coef),
  rhs,
})

describe('what cuts of the whole say of a region', () => {
  const hidden = Uint8Array.of(1, 1, 0, 0, 1)
  const free = new Set([1, 2])
  const region = regionOf([[1], [2]])

  it('asks of the region what the hidden nodes outside leave, and nothing of those shown', () => {
    expect(cutsIn(region, [sum(2, { 0: 1, 1: 1, 2: 1, 3: 1 })], hidden, free)).toEqual([
      { index: [0, 1], coef: [1, 1], rhs: 1 },
    ])
  })

  it('leaves out what is fulfilled outside', () => {
    expect(cutsIn(region, [sum(1, { 1: 1, 4: 1 })], hidden, free)).toEqual([])
  })

  it('takes a node outside that more is asked for to be hidden in vain', () => {
    expect(cutsIn(region, [sum(0, { 0: -1, 1: 1 })], hidden, free)).toEqual([])
    expect(cutsIn(region, [sum(0, { 1: -1, 2: 1, 3: 1 })], hidden, free)).toEqual([
      { index: [0, 1], coef: [-1, 1], rhs: 0 },
    ])
  })

  it('adds up nodes that move together, at most to what is asked', () => {
    const pair = regionOf([[1, 2]])
    expect(cutsIn(pair, [sum(1, { 1: 1, 2: 1 })], hidden, free)).toEqual([{ index: [0], coef: [1], rhs: 1 }])
  })

  it('never excludes a choice that the cut allows, whatever is hidden in vain outside', () => {
    const nodes = 6
    let told = 0
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1, max: 2 }), { minLength: nodes, maxLength: nodes }),
        fc.integer({ min: 0, max: 3 }),
        fc.array(fc.boolean(), { minLength: nodes, maxLength: nodes }),
        fc.uniqueArray(fc.nat(nodes - 1), { minLength: 1, maxLength: 3 }),
        (coefs, rhs, on, chosen) => {
          const cut = sum(rhs, Object.fromEntries([...coefs.entries()].filter(([, value]) => value !== 0)))
          const pattern = Uint8Array.from(on, Number)
          const found = cutsIn(regionOf(chosen.map((node) => [node])), [cut], pattern, new Set(chosen))
          told += found.length
          for (let bits = 0; bits < 2 ** nodes; bits++) {
            const x = Float64Array.from({ length: nodes }, (_, node) => (bits >> node) & 1)
            const within = [...x.keys()].every((node) => chosen.includes(node) || x[node]! <= pattern[node]!)
            if (!within || activity(cut, x) < cut.rhs) continue
            const local = Float64Array.from(chosen, (node) => x[node]!)
            for (const one of found) expect(activity(one, local)).toBeGreaterThanOrEqual(one.rhs)
          }
        },
      ),
      { numRuns: 500 },
    )
    expect(told).toBeGreaterThan(50)
  })
})
