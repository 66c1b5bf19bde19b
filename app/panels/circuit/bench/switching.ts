// Which inputs of a drawing can be switched by hand on the bench, or while nothing is computed.
import { fromBits, isSigned, toBits } from '../../../../emulator/circuits/index.ts'
import { isAddition } from '../arithmetic/addition.ts'
import { PICKED } from '../circuit-path.ts'
import { setByHand, setInputs } from '../store.ts'
import type { Subject } from '../subject.ts'

/** By a terminal's name: switches it. A terminal left out is fed by other gates. */
export type Switching = ReadonlyMap<string, () => void>

/** The switches of what stands under a path: the module's own inputs, or the picked bit's digits of an adder's operands. */
export function switching(subject: Subject, path: readonly string[], bit: number): Switching {
  const { module } = subject
  const flip = (name: string, index: number) => (): void => {
    const port = module.inputs.find(each => each.name === name)!
    const bits = toBits(subject.inputs[name] ?? 0, port.width ?? 1)
    bits[index] = bits[index] === 1 ? 0 : 1
    const set = subject.kind === 'idle' ? setByHand : setInputs
    set({ [name]: fromBits(bits, isSigned(port)) })
  }
  if (path.length === 0) {
    return new Map(
      module.inputs.flatMap(({ name, width, nets }) =>
        nets.map((_, index) => [width === null ? name : `${name}[${index}]`, flip(name, index)] as const),
      ),
    )
  }
  if (path.at(-1) !== PICKED || !isAddition(module.name)) return new Map()
  const carry = bit === 0 && module.inputs.some(port => port.name === 'c') ? [['c', flip('c', 0)] as const] : []
  return new Map([['x', flip('a', bit)], ['y', flip('b', bit)], ...carry])
}
