// What files hold becomes text in whatever encoding it is, and what is no text is refused.
import { expect, test } from 'vitest'
import { decoded } from './encodings.ts'

test.each([
  ['UTF-8', [0x6d, 0x6f, 0x76, 0x20, 0xe6, 0xb1, 0x82], 'mov 求', 'UTF-8'],
  ['UTF-8 with its mark', [0xef, 0xbb, 0xbf, 0x6d], 'm', 'UTF-8'],
  ['UTF-16, little end first', [0xff, 0xfe, 0x42, 0x6c], '求', 'UTF-16'],
  ['UTF-16, big end first', [0xfe, 0xff, 0x6c, 0x42], '求', 'UTF-16'],
  ['GB 18030', [0x6d, 0x20, 0xc7, 0xf3, 0xba, 0xcd], 'm 求和', 'GB 18030'],
  ['nothing', [], '', 'UTF-8'],
  ['zero bytes', [0x7f, 0x45, 0x4c, 0x46, 0, 0, 1], null, null],
  ['what is in no encoding', [0xff, 0xff, 0xff], null, null],
])('%s', (_, bytes, text, encoding) => {
  expect(decoded(Uint8Array.from(bytes))).toEqual(text === null ? null : { text, encoding })
})
