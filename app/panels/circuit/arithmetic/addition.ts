// Which circuits' numbers are written out as an addition, with the carries above.

/** Whether a module's numbers are written as an addition. */
export const isAddition = (name: string): boolean => name === 'ripple-adder' || name === 'subtractor'
