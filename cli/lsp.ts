// `toycpu lsp`: a language server over standard input and output, so that any editor knows the language. What serves
// is loaded only when asked for: the other commands start without it.
import type { Command } from './command.ts'

export const lsp: Command = {
  name: 'lsp',
  operands: '',
  summary: {
    en: 'language server over standard input and output, for editors',
    zh: '语言服务器，经标准输入输出供编辑器使用',
  },
  options: [
    {
      name: 'stdio',
      value: null,
      summary: { en: 'the only way there is; may be left out', zh: '唯一的方式，可以省略' },
    },
  ],
  async run({ options, language }) {
    const { serveLanguage } = await import('./language-server.ts')
    return serveLanguage(language, options.has('lang'))
  },
}
