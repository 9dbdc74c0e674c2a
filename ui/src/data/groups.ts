import { computed, reactive, shallowRef, watch, type Ref } from 'vue'
import { call, toFault, type Commands, type Fault, type Groups, type Name } from '@/bridge'
import type { GroupBy } from './layout'
import { useChanged } from './live'
import type { Query } from './rows'
import type { Section } from './sections'

/** The groups of a query as sections of a list, and which of them are open. */
export function useGroups(
  query: Ref<Query>,
  by: Ref<GroupBy | undefined>,
  label: (key: Groups['groups'][number]['key'], names: Record<string, Name>) => string,
) {
  const found = shallowRef<{ groups: Groups['groups']; names: Record<string, Name>; more: boolean }>()
  const fault = shallowRef<Fault>()
  const open = reactive(new Set<string>())
  let turn = 0

  async function reload(): Promise<void> {
    const mine = ++turn
    const group = by.value
    if (!group) {
      found.value = undefined
      return
    }
    const { kind, filters, text } = query.value
    try {
      const reply = await call('groups', {
        kind,
        filters: filters as Commands['groups']['request']['filters'],
        ...(text ? { text } : {}),
        by: group.by,
        ...(group.step ? { step: group.step } : {}),
      })
      if (mine !== turn) return
      found.value = { groups: reply.groups, names: reply.names as Record<string, Name>, more: reply.more }
      fault.value = undefined
    } catch (thrown) {
      if (mine === turn) fault.value = toFault(thrown)
    }
  }

  watch(by, (now, before) => {
    if (now?.by !== before?.by || now?.step !== before?.step) open.clear()
  })
  watch([query, by], () => void reload(), { immediate: true })
  let soon: ReturnType<typeof setTimeout> | undefined
  useChanged(() => {
    if (!by.value) return
    clearTimeout(soon)
    soon = setTimeout(() => void reload(), 30)
  })

  const sections = computed<Section[] | undefined>(() => {
    const { groups, names } = found.value ?? {}
    if (!by.value || !groups) return undefined
    return groups.map((one) => {
      const key = JSON.stringify(one.key)
      return {
        key,
        filters: one.filters as Section['filters'],
        count: one.count,
        open: open.has(key),
        band: { label: label(one.key, names ?? {}), sums: one.sums },
      }
    })
  })

  return {
    sections,
    fault,
    /** How many groups are listed, where there are more. */
    cut: computed(() => (found.value?.more ? found.value.groups.length : undefined)),
    /** Opens a closed group and closes an open one. */
    toggle: (key: string) => void (open.has(key) ? open.delete(key) : open.add(key)),
    /** Opens all groups, or closes all. */
    all: (yes: boolean) => {
      open.clear()
      if (yes) for (const one of sections.value ?? []) open.add(one.key)
    },
  }
}
