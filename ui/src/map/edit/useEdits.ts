import type { Ref } from 'vue'
import * as ask from '@/data/chain/calls'
import type { ChainMap, LinkRole, RelationKind } from '@/data/chain/types'
import { createRecord, editRecord, removeRecord } from '@/data/edits'
import { say, sayFault } from '@/data/notices'
import { m } from '@/words/map'
import { LAYERS, type Layer } from '../scene'
import type { MapState } from '../useMap'
import { shifted, type Target } from './drop'

/** All that can be changed about a chain. Each is one step of the window's undo. */
export function useEdits(state: MapState, map: Ref<ChainMap | undefined>) {
  const chain = () => map.value?.chain.code ?? ''
  const info = (at: number) => map.value?.segments.find((one) => one.id === idOf(at))
  const idOf = (at: number) => state.scene.value?.segments[at]?.id
  const nameOf = (at: number) => state.scene.value?.segments[at]?.name ?? ''

  /** Does it, says so with undo beside it, and says why where it was refused. */
  async function tried<T>(what: () => Promise<T>, said: (done: T) => string): Promise<T | undefined> {
    try {
      const done = await what()
      say('ui.plain_text', { text: said(done) }, true)
      return done
    } catch (thrown) {
      sayFault(thrown)
      return undefined
    }
  }
  /** Selects what was made, once the map has it. */
  const choose = (id: string | undefined) => {
    if (id) state.selectedId.value = id
  }

  async function move(at: number, to: Target): Promise<void> {
    const one = info(at)
    if (!one) return
    const request = {
      segment: one.id,
      seen: one.version,
      parent: idOf(to.parent) ?? null,
      layer: to.layer,
      after: idOf(to.after) ?? null,
    }
    await tried(
      () => ask.moveSegment(request),
      () => m('edit.moved', { name: nameOf(at) }),
    )
  }

  return {
    move,
    async shift(at: number, way: 'earlier' | 'later' | 'out'): Promise<void> {
      const to = state.scene.value && shifted(state.scene.value, at, way)
      if (to) await move(at, to)
    },
    async add(name: string, where: { parent?: number; layer?: Layer; after?: number }): Promise<void> {
      const done = await tried(
        () =>
          ask.addSegment({
            chain: chain(),
            name,
            parent: where.parent === undefined ? undefined : idOf(where.parent),
            layer: where.layer ?? LAYERS[1],
            after: where.after === undefined ? undefined : idOf(where.after),
          }),
        () => m('edit.added', { name }),
      )
      choose(done?.segments[0])
    },
    async rename(at: number, name: string): Promise<void> {
      const one = info(at)
      const next = name.trim()
      if (!one || !next || next === nameOf(at)) return
      const field = state.scene.value?.segments[at]?.name === one.name_en && one.name_en ? 'name_en' : 'name'
      await tried(
        () => editRecord('segment', one.id, one.version, { [field]: next }),
        () => m('edit.renamed', { name: next }),
      )
    },
    async merge(at: number, into: number): Promise<void> {
      const [from, to] = [idOf(at), idOf(into)]
      if (!from || !to) return
      const done = await tried(
        () => ask.mergeSegments(to, [from]),
        () => m('edit.merged', { name: nameOf(into) }),
      )
      if (done) choose(to)
    },
    async split(at: number, names: string[]): Promise<void> {
      const id = idOf(at)
      if (!id) return
      await tried(
        () =>
          ask.splitSegment(
            id,
            names.map((name) => ({ name })),
          ),
        () => m('edit.split_done', { count: names.length }),
      )
    },
    async remove(at: number): Promise<void> {
      const id = idOf(at)
      if (!id) return
      await tried(
        () => ask.removeSegment(id),
        () => m('edit.removed', { name: nameOf(at) }),
      )
    },
    async paste(text: string, where: { parent?: number; layer?: Layer }): Promise<void> {
      const parent = where.parent === undefined ? undefined : idOf(where.parent)
      await tried(
        () => ask.pasteSegments({ chain: chain(), parent, layer: where.layer, text }),
        (done) => m('edit.pasted', { count: done.created }),
      )
    },
    async relate(
      from: number,
      to: number,
      how: { kind: RelationKind; what: string; critical: boolean },
    ): Promise<void> {
      const [one, other] = [idOf(from), idOf(to)]
      if (!one || !other) return
      await tried(
        () =>
          createRecord('segment_relation', {
            from_segment: one,
            to_segment: other,
            relation: how.kind,
            what: how.what || null,
            critical: how.critical,
          }),
        () => m('edit.related', { from: nameOf(from), to: nameOf(to) }),
      )
    },
    async unrelate(relation: string): Promise<void> {
      const one = map.value?.relations.find((found) => found.id === relation)
      if (!one) return
      const named = (id: string) => nameOf(state.scene.value?.indexOf.get(id) ?? -1)
      const ends = { from: named(one.from), to: named(one.to) }
      await tried(
        () => removeRecord('segment_relation', one.id, one.version),
        () => m('edit.unrelated', ends),
      )
    },
    async attach(
      at: number,
      firm: { id: string; title: string },
      role: LinkRole,
      product: string,
    ): Promise<void> {
      const segment = idOf(at)
      if (!segment) return
      await tried(
        () =>
          createRecord('enterprise_segment', {
            enterprise: firm.id,
            segment,
            role,
            product: product || null,
          }),
        () => m('edit.attached', { name: firm.title }),
      )
    },
    async detach(link: { link: string; link_version: number; name: string }): Promise<void> {
      await tried(
        () => removeRecord('enterprise_segment', link.link, link.link_version),
        () => m('edit.detached', { name: link.name }),
      )
    },
  }
}
