// Links: what is written is read again, links once made open for ever, and whatever else stands after a `#` is refused
// with a reason, quickly and without ever throwing.
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type LinkRefusal, REFUSALS, readLink, type Shared, writeLink } from './index.ts'

const written = (shared: Shared): string => {
  const outcome = writeLink(shared)
  if ('refused' in outcome) throw new Error(outcome.refused)
  return outcome.link
}

/** A link made of anything, packed by another packer. */
const linkOf = (content: string | Uint8Array): string =>
  `#v1.${gzipSync(typeof content === 'string' ? Buffer.from(content) : content).toString('base64url')}`

const SAMPLE: Shared = {
  text: '.data r1: 15\nloop:\n    add r0, [r1]\n    jne loop ; 求和\n',
  name: 'array-sum',
  position: 7,
  language: 'zh',
  edits: [[3, 16, -7]],
  stops: [{ line: 3, condition: 'r1 = 16', hits: null, enabled: true }],
  symbols: [[15, 'x']],
  columns: ['r0', '[r1]'],
  exercise: 'sum',
}

describe('what is written is read again', () => {
  test('all of it, and only the text', () => {
    expect(readLink(written(SAMPLE))).toEqual({ shared: SAMPLE })
    expect(readLink(`https://toy.example/a/?lang=en${written({ text: '' })}`)).toEqual({ shared: { text: '' } })
  })

  test('any text, and the same link each time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(), (text, position) => {
        const link = written({ text, position })
        expect(link).toMatch(/^#v1\.[\w-]+$/)
        expect(written({ text, position })).toBe(link)
        expect(readLink(link)).toEqual({ shared: { text, position } })
      }),
    )
  })

  test('a text of the largest size, and no larger one', () => {
    const lines = '"\t"\n'.repeat(262_144)
    expect(readLink(written({ text: lines }))).toEqual({ shared: { text: lines } })
    expect(writeLink({ text: `${lines}x` })).toEqual({ refused: 'too-large' })
    expect(writeLink({ text: '', position: -1 })).toEqual({ refused: 'foreign' })
  })

  test('what a later page adds is passed over', () => {
    expect(readLink(linkOf('{"text": "", "colour": "red"}'))).toEqual({ shared: { text: '' } })
  })
})

describe('links once made', () => {
  const frozen = readFileSync(new URL('frozen.jsonl', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')

  test.each(frozen)('%#', line => {
    const { link, shared } = JSON.parse(line)
    expect(readLink(link)).toEqual({ shared })
  })

  test('are all there', () => expect(frozen.length).toBe(8))
})

describe('refused', () => {
  const good = written(SAMPLE)
  const damaged = (at: number): string => `${good.slice(0, at)}${good[at] === 'A' ? 'B' : 'A'}${good.slice(at + 1)}`
  const bomb = linkOf(Buffer.alloc(300_000_000, 32))
  /** A bomb that claims to be small: only unpacking can tell. */
  const liar = Buffer.from(gzipSync(Buffer.alloc(300_000_000, 32)))
  liar.writeUInt32LE(1000, liar.length - 4)

  test.each<[LinkRefusal, string, string]>([
    ['none', 'nothing', ''],
    ['none', 'an anchor', '#code'],
    ['none', 'no version', good.slice(4)],
    ['unknown-version', 'a later version', good.replace('v1', 'v2')],
    ['unknown-version', 'a much later version', '#v10.'],
    ['damaged', 'nothing in it', '#v1.'],
    ['damaged', 'no letter of the alphabet', good.replace(/.$/, '+')],
    ['damaged', 'a letter beyond it', `${good}é`],
    ['damaged', 'markup', '#v1.<img src=x onerror=alert(1)>'],
    ['damaged', 'no gzip', `#v1.${Buffer.from('{"text":""}').toString('base64url')}`],
    ['damaged', 'a header alone', '#v1.H4sIAAAAAAAA'],
    [
      'damaged',
      'a name without an end',
      `#v1.${Buffer.from('1f8b0808000000000003616161', 'hex').toString('base64url')}`,
    ],
    ['damaged', 'two in one', `${good}${good.slice(4)}`],
    ['damaged', 'a bomb that claims to be small', `#v1.${liar.toString('base64url')}`],
    ['too-large', 'a bomb', bomb],
    ['too-large', 'a long one', `#v1.${'A'.repeat(4_000_000)}`],
    ['too-large', 'a text over the limit', linkOf(JSON.stringify({ text: 'x'.repeat(1_048_577) }))],
    ['foreign', 'no JSON', linkOf('text')],
    ['foreign', 'JSON without end', linkOf('['.repeat(2_000_000))],
    ['foreign', 'no object', linkOf('"text"')],
    ['foreign', 'null', linkOf('null')],
    ['foreign', 'no text', linkOf('{}')],
    ['foreign', 'a text that is none', linkOf('{"text": 5}')],
    ['foreign', 'prototype names', linkOf('{"__proto__": {"text": "mov r0, #1"}}')],
    ['foreign', 'half a step', linkOf('{"text": "", "position": 1.5}')],
    ['foreign', 'a language that is none', linkOf('{"text": "", "language": "toString"}')],
    ['foreign', 'an edit without a value', linkOf('{"text": "", "edits": [[0, 8]]}')],
    ['foreign', 'a cell beyond all', linkOf('{"text": "", "edits": [[0, 1048576, 1]]}')],
    ['foreign', 'a number beyond all', linkOf('{"text": "", "edits": [[0, 8, 1e999]]}')],
    ['foreign', 'a stop that is none', linkOf('{"text": "", "stops": [{"line": 1}]}')],
    ['foreign', 'columns that are none', linkOf('{"text": "", "columns": {"length": 1e9}}')],
  ])('%s: %s', (refused, _, link) => {
    expect(readLink(link)).toEqual({ refused })
    expect(REFUSALS[refused].en).not.toBe('')
  })

  test('prototype names beside a text change nothing', () => {
    const link = linkOf('{"text": "", "__proto__": {"name": "x"}, "constructor": 1}')
    expect(readLink(link)).toEqual({ shared: { text: '' } })
    expect(({} as Record<string, unknown>)['name']).toBeUndefined()
  })

  test('every link with a letter changed, and every one cut short', () => {
    for (let at = 4; at < good.length; at++) {
      expect(readLink(good.slice(0, at))).toEqual({ refused: 'damaged' })
      const changed = readLink(damaged(at))
      // Some letters of a gzip header (time, system) and the last one's spare bits say nothing of what it holds.
      if ('shared' in changed) expect(changed.shared).toEqual(SAMPLE)
    }
  })

  test('anything at all is answered', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.uint8Array({ maxLength: 200 }), fc.json(), (text, bytes, json) => {
        for (const link of [text, `#v1.${text}`, linkOf(bytes), linkOf(json), linkOf(text)]) readLink(link)
        const cut = Buffer.concat([Buffer.from('1f8b08', 'hex'), bytes])
        expect(readLink(`#v1.${cut.toString('base64url')}`)).toHaveProperty('refused')
      }),
    )
  })
})
