import { mount } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import type { RelatedGroup } from '@/data/around'
import { speak } from '@/words'
import HangsOn from './HangsOn.vue'
import { hangingOn } from './hangsOn'

vi.mock('@/data/kinds', async (real) => ({
  ...(await real<object>()),
  kindInfo: (kind: string) => ({ internal: kind === 'note', fields: [] }),
}))

const group = (kind: string, total: number) => ({ kind, field: 'project', total, rows: [] }) as RelatedGroup

it('knows what hangs on a project, and which of it counts no longer', () => {
  const groups = [
    group('agreement', 2),
    group('note', 1),
    group('visit', 1),
    group('visit', 2),
    group('lead', 0),
  ]
  expect(hangingOn('project', groups)).toEqual([
    { kind: 'agreement', total: 2, fate: 'uncounted' },
    { kind: 'visit', total: 3, fate: 'stays' },
  ])
})

it('says that what may repeat the project counts from now on', () => {
  const groups = [
    { kind: 'project', field: 'parent_project', total: 2 },
    { kind: 'project', field: 'suspected_same_as', total: 1 },
  ]
  expect(hangingOn('project', groups)).toEqual([
    { kind: 'project', total: 2, fate: 'stays' },
    { kind: 'project', total: 1, fate: 'counted' },
  ])
})

it('asks before the project goes', async () => {
  await speak('zh-CN')
  const hanging = hangingOn('project', [group('agreement', 2)])
  const page = mount(HangsOn, {
    attachTo: document.body,
    props: { open: true, kind: 'project', title: '细胞培养基项目', hanging },
  })
  await vi.waitFor(() => expect(document.querySelector('[data-testid="hangs-on"]')).not.toBeNull())
  const said = document.querySelector('[data-testid="hangs-on"]')?.textContent ?? ''
  expect(said).toContain('把“细胞培养基项目”移到回收站？')
  expect(said).toContain('不再计入统计')
  document.querySelector<HTMLElement>('[data-testid="hangs-on-go"]')?.click()
  expect(page.emitted('go')).toHaveLength(1)
})
