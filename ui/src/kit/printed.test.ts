import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

it('no page on paper has a name of its own, before which an empty one would come out', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  const looks = files.filter((one) => /\.(css|vue)$/.test(one))
  const text = (file: string) => readFileSync(`src/${file}`, 'utf8')
  expect(looks.some((one) => text(one).includes('@page {'))).toBe(true)
  expect(looks.filter((one) => /@page\s+[\w:]|^\s*page:\s*\w+;/m.test(text(one)))).toEqual([])
})

it('a page is printed without what stands around and above it', () => {
  document.body.innerHTML = `
    <div class="shell">
      <nav></nav>
      <div class="right">
        <header class="bar"></header>
        <div class="told"><aside>没写完的修改</aside></div>
        <main class="main"><div class="printed-page"><header class="page-head">统计</header></div></main>
      </div>
    </div>
    <div class="toast"></div>`
  const sheet = readFileSync('src/kit/printed.css', 'utf8')
  const gone = /([^{}]+)\{\s*display: none !important;/.exec(sheet)?.[1]?.trim() ?? ''
  const away = (found: string) => !!document.querySelector(found)?.closest(gone)
  expect(['nav', '.bar', '.told', '.toast'].filter((one) => !away(one))).toEqual([])
  expect(['.right', '.main', '.page-head'].filter(away)).toEqual([])
  // These are the parts of the frame.
  const frame = readFileSync('src/shell/App.vue', 'utf8')
  expect(['<div v-if="inside" class="shell">', '<div class="right">', '<main class="main">']).toEqual(
    frame.match(/<(div|main)( v-if="inside")? class="(shell|right|main)">/g),
  )
})
