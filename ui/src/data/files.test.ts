import { afterEach, expect, it, vi } from 'vitest'
import { readFile } from './files'

afterEach(() => vi.unstubAllGlobals())

/** A reader that fails as browsers do. */
function failing(name: string) {
  return class {
    error = new DOMException('', name)
    onerror?: () => void
    readAsDataURL() {
      queueMicrotask(() => this.onerror?.())
    }
  }
}

it.each([
  ['NotFoundError', 'file_missing'],
  ['NotReadableError', 'file_changed'],
])('says what became of a file that was chosen: %s', async (name, code) => {
  vi.stubGlobal('FileReader', failing(name))
  const read = readFile(new File(['甲'], '台账.csv'))
  await expect(read).rejects.toMatchObject({ fault: { code, params: { file: '台账.csv' } } })
})
