import { shallowRef, watch, type Ref } from 'vue'
import { call, type FormLayout, type FormLayoutView } from '@/bridge'
import { useChanged } from './live'
import { sayFault } from './notices'

export type { FormLayout }

/** What was read last, by kind: shown at once while it is asked for again. */
const read = new Map<string, FormLayoutView>()

/** How the form of a kind is arranged at this desk; `undefined` where nobody arranged it. */
export function useFormLayout(kind: Ref<string>) {
  const layout = shallowRef<FormLayout>()
  const version = shallowRef<number>()
  /** Whether the answer is here. */
  const known = shallowRef(false)

  function take(found: FormLayoutView | undefined): void {
    layout.value = found?.layout
    version.value = found?.version
  }
  async function reload(): Promise<void> {
    const asked = kind.value
    try {
      const found = await call('form_layout', { kind: asked })
      if (asked !== kind.value) return
      read.set(asked, found)
      take(found)
    } catch (thrown) {
      sayFault(thrown)
    }
    known.value = true
  }
  watch(
    kind,
    () => {
      take(read.get(kind.value))
      known.value = read.has(kind.value)
      void reload()
    },
    { immediate: true },
  )
  useChanged((changed) => {
    if (changed.kinds.includes('form_layout')) void reload()
  })

  /** Writes an arrangement for everybody at this desk; undo takes it back. */
  async function save(next: FormLayout): Promise<void> {
    await call('save_form_layout', { kind: kind.value, seen: version.value, layout: next })
    await reload()
  }
  return { layout, known, save }
}
