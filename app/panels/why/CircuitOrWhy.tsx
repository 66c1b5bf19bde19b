// The circuit's place, which Why takes while something is asked.
import { useStore } from 'zustand'
import { asked } from '../../state/asked.ts'
import { Circuit } from '../circuit/Circuit.tsx'
import { WhyPanel } from './Why.tsx'

export function CircuitOrWhy() {
  const open = useStore(asked, state => state.open)
  return open ? <WhyPanel /> : <Circuit />
}
