// Circuits: changes spreading through a 32-bit adder, beside digitaljs; all pairs of an 8-bit one.
import { rounds, timed } from '../measure.mjs'
import { digitaljs } from '../peers.mjs'

export async function circuits(project, report) {
  const { moduleNamed, flatten, spread, simulate } = project.circuits
  const adder = moduleNamed('ripple-adder', 32)
  const peer = digitaljs(flatten(adder))
  let state = 1
  const random = () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return state | 0
  }
  const pair = () => ({ a: random(), b: random(), c: 0 })
  for (let tries = 0; tries < 5; tries++) {
    const { a, b } = pair()
    if (peer.settle({ a, b, c: 0 }) !== ((a + b) | 0))
      throw new Error('digitaljs adds wrongly: the bench has built it wrongly')
  }
  let before = pair()
  const perSecond = (count, work) => (count / timed(() => Array.from({ length: count }, work)).ms) * 1000
  const found = await rounds({
    toycpu: () =>
      perSecond(4000, () => {
        const now = pair()
        spread(adder, before, now)
        before = now
      }),
    digitaljs: () => perSecond(10, () => peer.settle(pair())),
  })
  report.figure('32-bit adder, timed: toycpu', found.toycpu.best, 'sums/s', { median: found.toycpu.median })
  report.figure('32-bit adder, timed: digitaljs', found.digitaljs.best, 'sums/s', { median: found.digitaljs.median })
  report.ratio('32-bit adder, timed, against digitaljs', found.toycpu, found.digitaljs, 1000)

  const small = moduleNamed('ripple-adder', 8)
  const inputs = { a: new Int32Array(65_536), b: new Int32Array(65_536), c: new Int32Array(65_536) }
  for (let both = 0; both < 65_536; both++) {
    inputs.a[both] = both & 255
    inputs.b[both] = both >> 8
  }
  const all = () =>
    timed(() => {
      const { s } = simulate(small, inputs, 65_536)
      for (let both = 0; both < 65_536; both++) {
        if (s[both] !== (((both & 255) + (both >> 8)) << 24) >> 24) throw new Error(`the adder is wrong for ${both}`)
      }
    }).ms
  const { pairs } = await rounds({ pairs: all }, { higher: false, warm: 3 })
  report.atMost('8-bit adder, all 65,536 pairs, checked', pairs.best, 'ms', 10, { median: pairs.median })
}
