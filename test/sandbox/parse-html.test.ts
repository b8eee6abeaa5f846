import { describe, expect, it } from 'vitest'
import { parseHtml } from '../../src/sandbox/parse-html.ts'

const ACCEPTED: [source: string, text: string, entities: object[]][] = [
  ['không dấu', 'không dấu', []],
  ['<b>đậm</b>', 'đậm', [{ type: 'bold', offset: 0, length: 3 }]],
  [
    '<strong>a</strong><em>b</em>',
    'ab',
    [
      { type: 'bold', offset: 0, length: 1 },
      { type: 'italic', offset: 1, length: 1 },
    ],
  ],
  [
    '<u>a</u><ins>b</ins>',
    'ab',
    [
      { type: 'underline', offset: 0, length: 1 },
      { type: 'underline', offset: 1, length: 1 },
    ],
  ],
  [
    '<s>a</s><strike>b</strike><del>c</del>',
    'abc',
    [0, 1, 2].map((offset) => ({ type: 'strikethrough', offset, length: 1 })),
  ],
  ['😀<b>x</b>', '😀x', [{ type: 'bold', offset: 2, length: 1 }]],
  [
    '<b>a<i>b</i></b>',
    'ab',
    [
      { type: 'bold', offset: 0, length: 2 },
      { type: 'italic', offset: 1, length: 1 },
    ],
  ],
  ['1 &lt; 2 &amp;&amp; 3 &gt; 2 &quot;', '1 < 2 && 3 > 2 "', []],
  ['&#7879;&#x1ec7;', 'ệệ', []],
  ['&nbsp;&apos;&', '&nbsp;&apos;&', []],
  ['<B>HOA</b>', 'HOA', [{ type: 'bold', offset: 0, length: 3 }]],
  ['<b>x</>', 'x', [{ type: 'bold', offset: 0, length: 1 }]],
  ['<b></b>x', 'x', []],
  [
    '<a href="https://example.org/a?b=1&amp;c=2">xem</a>',
    'xem',
    [{ type: 'text_link', offset: 0, length: 3, url: 'https://example.org/a?b=1&c=2' }],
  ],
  [
    "<a href='example.org'>xem</a>",
    'xem',
    [{ type: 'text_link', offset: 0, length: 3, url: 'http://example.org/' }],
  ],
  [
    '<a href="tg://user?id=5">ai</a>',
    'ai',
    [{ type: 'text_link', offset: 0, length: 2, url: 'tg://user?id=5' }],
  ],
  ['<a href="khong phai">xem</a>', 'xem', []],
  [
    '<code>x</code><pre>y</pre>',
    'xy',
    [
      { type: 'code', offset: 0, length: 1 },
      { type: 'pre', offset: 1, length: 1 },
    ],
  ],
  [
    '<pre><code class="language-sql">y</code></pre>',
    'y',
    [{ type: 'pre', offset: 0, length: 1, language: 'sql' }],
  ],
  ['<blockquote>q</blockquote>', 'q', [{ type: 'blockquote', offset: 0, length: 1 }]],
  ['<blockquote expandable>q</blockquote>', 'q', [{ type: 'expandable_blockquote', offset: 0, length: 1 }]],
  [
    '<span class="tg-spoiler">k</span><tg-spoiler>l</tg-spoiler>',
    'kl',
    [
      { type: 'spoiler', offset: 0, length: 1 },
      { type: 'spoiler', offset: 1, length: 1 },
    ],
  ],
  [
    '<tg-emoji emoji-id="5368">👍</tg-emoji>',
    '👍',
    [{ type: 'custom_emoji', offset: 0, length: 2, custom_emoji_id: '5368' }],
  ],
]

const REFUSED: [source: string, words: string][] = [
  ['a < b', 'Unsupported start tag "" at byte offset 2'],
  ['<x>', 'Unsupported start tag "x" at byte offset 0'],
  ['đạt <hon>', 'Unsupported start tag "hon" at byte offset 7'],
  ['<b', 'Unclosed start tag at byte offset 0'],
  ['<b>x', 'Can\'t find end tag corresponding to start tag "b"'],
  ['x</b>', 'Unexpected end tag at byte offset 1'],
  ['<b>x</i>', 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'],
  ['<b>x</b', 'Unclosed end tag at byte offset 4'],
  ['<span>x</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
  ['<a ="x">y</a>', 'Empty attribute name in the tag "a" at byte offset 0'],
  ['<a href=x/y>z</a>', 'Unexpected end of name token at byte offset 8'],
  ['<a href="x', 'Unclosed start tag at byte offset 0'],
  ['<br>', 'Unsupported start tag "br" at byte offset 0'],
  ['<constructor>x</constructor>', 'Unsupported start tag "constructor" at byte offset 0'],
]

describe('parseHtml', () => {
  it.each(ACCEPTED)('reads %s', (source, text, entities) => {
    expect(parseHtml(source)).toEqual({ text, entities })
  })

  it.each(REFUSED)('refuses %s', (source, words) => {
    expect(() => parseHtml(source)).toThrow(`Bad Request: can't parse entities: ${words}`)
  })
})
