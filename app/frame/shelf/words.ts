// The words of the documents' dialog, in both languages.
import type { Text } from '../../../emulator/instructions/index.ts'
import type { VersionReason } from '../../state/shelf/versions.ts'

export const SHELF_WORDS = {
  documents: { en: 'Documents', zh: '文档' },
  new: { en: 'New', zh: '新建' },
  takeOut: { en: 'Take all out (zip)', zh: '全部导出（zip）' },
  takeIn: { en: 'Take in…', zh: '导入…' },
  none: { en: 'None yet: what you write is kept here.', zh: '还没有文档：你写的内容会保存在这里。' },
  name: { en: 'Name', zh: '名称' },
  open: { en: 'Open', zh: '打开' },
  rename: { en: 'Rename', zh: '重命名' },
  duplicate: { en: 'Duplicate', zh: '复制' },
  versions: { en: 'Versions', zh: '版本' },
  remove: { en: 'Remove', zh: '删除' },
  isOpen: { en: 'open', zh: '已打开' },
  draft: { en: 'sample, changed', zh: '改过的示例' },
  removed: { en: 'Removed', zh: '已删除' },
  bringBack: { en: 'Bring back', zh: '恢复' },
  forgetAll: { en: 'Remove these for good', zh: '彻底删除' },
  back: { en: 'All documents', zh: '全部文档' },
  noVersions: {
    en: 'No older versions yet. One is kept each minute that you type, and one before anything replaces the text.',
    zh: '还没有旧版本。输入时每分钟保留一个，整体替换文本之前也保留一个。',
  },
  sameAsNow: { en: 'The same as the text now.', zh: '与现在的文本相同。' },
  lost: { en: 'only in this version', zh: '只在这个版本中' },
  added: { en: 'only in the text now', zh: '只在现在的文本中' },
  notTaken: { en: 'This is no archive that can be read.', zh: '这不是可以读取的归档文件。' },
} as const satisfies Record<string, Text>

export const WHY: Record<VersionReason, Text> = {
  typing: { en: 'while typing', zh: '输入时' },
  replaced: { en: 'before it was replaced', zh: '替换之前' },
  removed: { en: 'when it was removed', zh: '删除时' },
}

export const linesText = (count: number): Text => ({
  en: count === 1 ? '1 line' : `${count} lines`,
  zh: `${count} 行`,
})
export const actionText = (action: Text, name: string): Text => ({
  en: `${action.en}: ${name}`,
  zh: `${action.zh}：${name}`,
})
export const takenText = (added: number, there: number): Text => ({
  en: `${added} taken in${there === 0 ? '' : `, ${there} were there already`}.`,
  zh: `已导入 ${added} 个${there === 0 ? '' : `，另有 ${there} 个已经存在`}。`,
})
export const versionsOfText = (name: string): Text => ({ en: `Versions of ${name}`, zh: `“${name}”的版本` })
export const broughtText = (time: string): Text => ({
  en: `The text is as it was at ${time}. Undo in the editor takes that back.`,
  zh: `文本已恢复到 ${time} 时的内容，可在编辑器中撤销。`,
})
