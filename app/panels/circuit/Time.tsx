// Time in the circuit: play, pause, a unit forward and back. Every gate takes one unit.
import { useEffect } from 'react'
import type { Spread } from '../../../emulator/circuits/index.ts'
import { noteOn } from '../../notes/sign.ts'
import { classes } from '../../style/classes.ts'
import { useText } from '../../text/useText.ts'
import sheet from './circuit.module.css'
import { circuitStore } from './store.ts'
import { useCircuit } from './subject.ts'
import { CIRCUIT_WORDS } from './words.ts'

const c = classes(sheet)

/** Milliseconds a unit of time takes to watch. */
const UNIT = 350

const to = (time: number | null, playing = false): void => circuitStore.setState({ time, playing })

export function Time({ found }: { found: Spread | null }) {
  const say = useText()
  const time = useCircuit(state => state.time)
  const playing = useCircuit(state => state.playing)
  const last = found?.settleTime ?? null
  useEffect(() => {
    if (!playing || last === null) return
    const timer = setInterval(() => {
      const now = circuitStore.getState().time ?? 0
      if (now >= last) circuitStore.setState({ playing: false })
      else circuitStore.setState({ time: now + 1 })
    }, UNIT)
    return () => clearInterval(timer)
  }, [playing, last])
  const play = (): void => {
    if (playing) circuitStore.setState({ playing: false })
    else to(time === null || (last !== null && time >= last) ? 0 : time, true)
  }
  return (
    <span className={c('timeControls')} role="group" aria-label={say(CIRCUIT_WORDS.time)}>
      <button type="button" className={c('toolButton')} {...noteOn('play')} aria-pressed={playing} onClick={play}>
        {playing ? say(CIRCUIT_WORDS.pause) : say(CIRCUIT_WORDS.play)}
      </button>
      {time === null ? null : (
        <>
          <button
            type="button"
            className={c('toolButton')}
            aria-label={say(CIRCUIT_WORDS.unitBack)}
            data-head={say(CIRCUIT_WORDS.unitBack)}
            {...noteOn('unit')}
            aria-disabled={time <= 0}
            onClick={() => to(Math.max(0, time - 1))}
          >
            ◂
          </button>
          <span className={c('timeUnit')} {...noteOn('unit')}>{`t = ${time}`}</span>
          <button
            type="button"
            className={c('toolButton')}
            aria-label={say(CIRCUIT_WORDS.unitOn)}
            data-head={say(CIRCUIT_WORDS.unitOn)}
            {...noteOn('unit')}
            aria-disabled={last !== null && time >= last}
            onClick={() => to(Math.min(last ?? 0, time + 1))}
          >
            ▸
          </button>
          <button type="button" className={c('toolButton')} {...noteOn('atRest')} onClick={() => to(null)}>
            {say(CIRCUIT_WORDS.atRest)}
          </button>
        </>
      )}
    </span>
  )
}
