// What stops the machine (language.md, section 3): stable codes and their names in words.
import type { Text } from '../languages/index.ts'

export const FAULTS = {
  'division-by-zero': { en: 'division by zero', zh: '除以零' },
  'address-out-of-range': { en: 'address out of range', zh: '地址越界' },
  'target-out-of-range': { en: 'jump target out of range', zh: '跳转目标越界' },
} as const satisfies Record<string, Text>

export type FaultCode = keyof typeof FAULTS
