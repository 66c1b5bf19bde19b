// What is pasted into a page is what was meant, whatever the text is called.
import { expect, test } from 'vitest'
import { elementSnippet, frameSnippet } from './snippet.ts'

const given = {
  base: 'https://host.example/toy/index.html',
  link: '#v1.H4',
  name: '"><script>alert(1)</script>',
  language: 'zh',
} as const

test('a name stays a name', () => {
  for (const snippet of [frameSnippet(given), elementSnippet(given)]) {
    expect(snippet).not.toContain('<script>alert')
    expect(snippet).toContain('title="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"')
  }
})

test('the frame asks for the embedded page, the element for the script beside it', () => {
  expect(frameSnippet(given)).toContain('src="https://host.example/toy/index.html?embed=1&amp;lang=zh#v1.H4"')
  expect(elementSnippet(given)).toContain('src="https://host.example/toy/toy-cpu.js"')
  expect(elementSnippet(given)).toContain('link="#v1.H4"')
})
