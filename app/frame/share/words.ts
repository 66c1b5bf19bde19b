// The share dialog's words, in both languages.
import type { Text } from '../../../emulator/instructions/index.ts'

export const SHARE_WORDS = {
  share: { en: 'Share', zh: '分享' },
  link: { en: 'Link', zh: '链接' },
  copyLink: { en: 'Copy link', zh: '复制链接' },
  copied: { en: 'copied', zh: '已复制' },
  notCopied: {
    en: 'the browser did not allow copying; select it and copy',
    zh: '浏览器不允许复制，请选中后手动复制',
  },
  embed: { en: 'Embed', zh: '嵌入' },
  copySnippet: { en: 'Copy snippet', zh: '复制代码' },
  asFrame: { en: 'as <iframe>', zh: '用 <iframe>' },
  asElement: { en: 'as <toy-cpu>', zh: '用 <toy-cpu>' },
  form: { en: 'Form of the snippet', zh: '代码形式' },
  savePng: { en: 'Save as PNG', zh: '存为 PNG' },
  qr: { en: 'QR of the link', zh: '链接的二维码' },
  tooLongForQr: { en: 'Too long for a QR code', zh: '太长，放不进二维码' },
  download: { en: 'Save the program as a file', zh: '把程序存为文件' },
} as const satisfies Record<string, Text>

/** How far a link of that length gets. */
export function lengthText(length: number): Text {
  if (length > 8000) {
    return {
      en: `${length} characters: many programs cut it; better save the file and send that`,
      zh: `${length} 个字符：许多软件会截断，建议保存文件后发送`,
    }
  }
  return length > 2000
    ? {
        en: `${length} characters: some mail programs and chats cut it`,
        zh: `${length} 个字符：有些邮件和聊天软件会截断`,
      }
    : { en: `${length} characters: fits anywhere`, zh: `${length} 个字符：随处可用` }
}

export const momentText = (position: number): Text => ({
  en: `Open at step ${position}, with edits and breakpoints`,
  zh: `打开时停在第 ${position} 步，带上手工修改和断点`,
})

export const aboutText = (name: string, position: number | null): Text => ({
  en: `Opens ${position === null ? name : `step ${position} of ${name}`}, with its text and data. It runs nothing by itself and nothing is sent: all is in the link.`,
  zh: `打开“${name}”${position === null ? '' : `的第 ${position} 步`}，包括程序文本和数据。链接本身不运行任何东西，也不发送任何内容：一切都在链接里。`,
})
