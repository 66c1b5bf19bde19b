// The circuit's menu: gate set, symbols, saving the drawing. Loaded after the first paint.
import { DropdownMenu } from 'radix-ui'
import { GATE_SET_NAMES, GATE_SETS, type GateSet, type SymbolStyle } from '../../../emulator/circuits/index.ts'
import { noteOn } from '../../notes/sign.ts'
import { classes } from '../../style/classes.ts'
import menu from '../../style/menu.module.css'
import { useText } from '../../text/useText.ts'
import { circuitStore } from './store.ts'
import { useCircuit } from './subject.ts'
import { CIRCUIT_WORDS } from './words.ts'

const c = classes(menu)

const STYLES = ['distinctive', 'rectangular'] as const satisfies readonly SymbolStyle[]

export default function CircuitMenus({ onSave }: { onSave: (() => void) | null }) {
  const say = useText()
  const set = useCircuit(state => state.set)
  const style = useCircuit(state => state.style)
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger
        className={c('toolButton')}
        {...noteOn('gates')}
      >{`${say(CIRCUIT_WORDS.gates)}${say(CIRCUIT_WORDS.colon)}${say(GATE_SETS[set])} ▾`}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className={c('menu')}
          align="end"
          collisionPadding={8}
          aria-label={say(CIRCUIT_WORDS.gates)}
        >
          <DropdownMenu.RadioGroup value={set} onValueChange={value => choose({ set: value as GateSet })}>
            {GATE_SET_NAMES.map(each => (
              <DropdownMenu.RadioItem key={each} value={each}>
                {say(GATE_SETS[each])}
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
          <DropdownMenu.Separator />
          <DropdownMenu.RadioGroup value={style} onValueChange={value => choose({ style: value as SymbolStyle })}>
            {STYLES.map(each => (
              <DropdownMenu.RadioItem key={each} value={each}>
                {say(CIRCUIT_WORDS[each])}
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
          <DropdownMenu.Separator />
          <DropdownMenu.Item disabled={onSave === null} onSelect={() => onSave?.()}>
            {say(CIRCUIT_WORDS.saveSvg)}
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

/** Another gate set has other gates: whichever was looked at is left. */
function choose(change: { set: GateSet } | { style: SymbolStyle }): void {
  circuitStore.setState(({ places }) => ({
    ...change,
    time: null,
    playing: false,
    places: Object.fromEntries(Object.entries(places).map(([name, place]) => [name, { ...place, gate: null }])),
  }))
}
