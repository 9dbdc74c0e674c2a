import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import type { SegmentFirm } from '@/data/chain/types'
import FirmList from './FirmList.vue'

const firm = {
  ...{ link: 'l1', enterprise: 'e1', name: '甲公司', short_name: null, local: true, role: 'makes' },
  ...{ product: null, capacity: null, region: null, park: null, evidence: null, score: null },
} as unknown as SegmentFirm

it('the look of a firm’s mark is not that of its buttons', () => {
  const list = mount(FirmList, { props: { firms: [firm], editing: true } })
  const mark = list.find('.firm > span').classes()
  for (const button of ['firm-local', 'firm-detach']) {
    const own = list.find(`[data-testid=${button}]`).classes()
    expect(mark.filter((one) => own.includes(one))).toEqual([])
  }
})

it('a firm is let go of while editing only', async () => {
  const list = mount(FirmList, { props: { firms: [firm], editing: false } })
  expect(list.find('[data-testid=firm-detach]').exists()).toBe(false)
  await list.setProps({ editing: true })
  await list.find('[data-testid=firm-detach]').trigger('click')
  expect(list.emitted('detach')).toEqual([[firm]])
})
