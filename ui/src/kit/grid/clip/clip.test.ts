import { describe, expect, it } from 'vitest'
import browser from './fixtures/browser.txt?raw'
import excel from './fixtures/excel.txt?raw'
import libreoffice from './fixtures/libreoffice.txt?raw'
import wps from './fixtures/wps.txt?raw'
import { readClip, TooManyCells, writeHtml, writeTsv } from './index'

const texts = (clip: { text?: string; html?: string }) =>
  readClip({ text: '', html: '', ...clip }).map((row) => row.map((cell) => cell.text))

describe('text of cells', () => {
  it.each([
    ['one row', 'a\tb\r\n', [['a', 'b']]],
    ['no line break at the end', 'a\nb', [['a'], ['b']]],
    ['a quoted line break', '"第一行\n第二行"\tb\n', [['第一行\n第二行', 'b']]],
    ['quotes in quotes', '"说""好"""\tb', [['说"好"', 'b']]],
    ['a quote that closes nothing', '6" 管\t"未完', [['6" 管', '"未完']]],
    ['a quoted word with a tail', '"甲"方\tb', [['"甲"方', 'b']]],
    ['a quoted tab', '"a\tb"\tc', [['a\tb', 'c']]],
    ['blank cells and short rows', 'a\t\tc\n\nd', [['a', '', 'c'], ['', '', ''], ['d', '', '']]], // prettier-ignore
    ['an old Mac line break', 'a\rb\r', [['a'], ['b']]],
    ['nothing', '', [['']]],
  ])('%s', (_, text, rows) => expect(texts({ text })).toEqual(rows))
})

describe('HTML of cells', () => {
  it('Excel: merged cells, line breaks, hidden numbers, formulas by their value', () => {
    const block = readClip({ text: '', html: excel })
    expect(block.map((row) => row.map((cell) => cell.text))).toEqual([
      ['红日药业', '1,234.57', '第一行\n第二行'],
      ['红日药业', '########', '含  空格 & <尖括号>'],
      ['合计', '合计', '2023/10/5'],
    ])
    expect(block.map((row) => row.map((cell) => !!cell.merged))).toEqual([
      [false, false, false],
      [true, false, false],
      [false, true, false],
    ])
    expect(block[1]![1]!.number).toBe('120000000')
    expect(block[0]![1]!.number).toBe('1234.5678')
  })
  it('WPS', () => {
    const block = readClip({ text: '', html: wps })
    expect(block.map((row) => row.map((cell) => [cell.text, cell.number]))).toEqual([
      [['2023/10/5', '45204'], ['正式协议', undefined], ['5000', undefined]], // prettier-ignore
      [['2023年\n上半年', undefined], ['', undefined], ['12.5%', '0.125']], // prettier-ignore
    ])
  })
  it('LibreOffice', () => {
    const block = readClip({ text: '', html: libreoffice })
    expect(block.map((row) => row.map((cell) => [cell.text, cell.number]))).toEqual([
      [['项目名称', undefined], ['1,200.50', '1200.5']], // prettier-ignore
      [['甲方\n乙方', undefined], ['007', undefined]], // prettier-ignore
    ])
  })
  it('a browser: only the outer table, nothing in it runs', () => {
    expect(texts({ html: browser })).toEqual([
      ['企业[1]', '注册资本'],
      ['甲公司', '500万元\n（实缴）\n内表'],
    ])
    expect('ran' in window).toBe(false)
  })
  it('HTML without a table is read as its text', () => {
    expect(texts({ text: '一段\t文字', html: '<p>一段 文字</p>' })).toEqual([['一段', '文字']])
  })
})

describe('limits', () => {
  it('a million cells are refused with their number', () => {
    const text = `${Array(100).fill('1').join('\t')}\n`.repeat(10_000)
    let cells = 0
    try {
      readClip({ text, html: '<table>' })
    } catch (thrown) {
      cells = (thrown as TooManyCells).cells
    }
    expect(cells).toBe(1_000_000)
  })
  it('a merged cell that claims to be huge makes no huge block', () => {
    const html = '<table><tr><td rowspan="99999999" colspan="1000">x</td></tr><tr><td>y</td></tr></table>'
    expect(readClip({ text: '', html })).toHaveLength(2)
  })
})

describe('there and back', () => {
  const rows = [
    ['=1+1', '001', '第一行\n第二行'],
    ['说"好"', '<b>&', ''],
  ]
  it('as text', () => expect(texts({ text: writeTsv(rows) })).toEqual(rows))
  it('as HTML, with what only a grid of ours reads', () => {
    const out = rows.map((row) => row.map((text) => ({ text, own: `{"a":"${text.length}"}` })))
    expect(readClip({ text: '', html: writeHtml(out) })).toEqual(out)
  })
  it('numbers are numbers, texts are texts', () => {
    const html = writeHtml([
      [{ text: '1,200.00', number: '1200' }, { text: '=1' }, { text: '2023-10-05', free: true }],
    ])
    expect(html).toContain('<td>2023-10-05</td>')
    expect(html).toContain('x:num="1200" sdval="1200">1200<')
    expect(html).toContain(`mso-number-format:'\\@'">=1<`)
  })
})
