import {
  cloneVNode,
  Comment,
  Fragment,
  nextTick,
  ref,
  watch,
  type FunctionalComponent,
  type Ref,
  type VNode,
} from 'vue'

/**
 * A control that opens something stays a plain button until it is first used: a form has dozens of them,
 * and each would else bring its whole machinery along. What wakes it is then done again to the real one.
 */
export function useAsleep(open?: Ref<boolean>) {
  const awake = ref(open?.value ?? false)
  if (open) watch(open, (now) => now && (awake.value = true), { flush: 'sync' })

  async function wake(event: Event): Promise<void> {
    const asleep = event.currentTarget as HTMLElement
    const place = [...(asleep.parentElement?.children ?? [])].indexOf(asleep)
    const around = asleep.parentElement
    event.preventDefault()
    awake.value = true
    await nextTick()
    const real = around?.children[place] as HTMLElement | undefined
    real?.focus({ preventScroll: true })
    const Kind = event.constructor as new (type: string, like: Event) => Event
    real?.dispatchEvent(new Kind(event.type, event))
  }
  return { awake, wake }
}

function first(nodes: VNode[] | undefined): VNode | undefined {
  const one = nodes?.find((node) => node.type !== Comment)
  return one?.type === Fragment ? first(one.children as VNode[]) : one
}

/** The trigger in its slot, as long as what it opens is asleep. */
export const Asleep: FunctionalComponent<{
  opens: 'menu' | 'dialog'
  wake: (event: Event) => void
}> = ({ opens, wake }, { slots }) => {
  const trigger = first(slots.default?.() as VNode[] | undefined)
  if (!trigger) return null
  return cloneVNode(trigger, {
    'aria-haspopup': opens,
    'aria-expanded': 'false',
    'data-state': 'closed',
    onClick: wake,
    onKeydown: (event: KeyboardEvent) => {
      const keys = opens === 'menu' ? ['Enter', ' ', 'ArrowDown'] : []
      if (keys.includes(event.key)) wake(event)
    },
  })
}
Asleep.props = ['opens', 'wake']
