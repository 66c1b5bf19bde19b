// `toycpu dap`: a debug adapter over standard input and output, so that any editor steps through a program, forwards and
// backwards. What adapts is loaded only when asked for: the other commands start without it.
import type { Command } from './command.ts'

export const dap: Command = {
  name: 'dap',
  operands: '',
  summary: {
    en: 'debug adapter over standard input and output, for editors',
    zh: '调试适配器，经标准输入输出供编辑器使用',
  },
  options: [],
  async run({ options, language }) {
    const { serveDebugger } = await import('./debug/session.ts')
    return serveDebugger(options.has('lang') ? language : null)
  },
}
