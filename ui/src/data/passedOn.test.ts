import { expect, it } from 'vitest'
import { passedOn } from './passedOn'

const lead = {
  name: '减速器项目',
  enterprise: 'e1',
  lead_source: 'via_chain',
  chain: '高端装备',
  content: '建设年产10万台减速器生产线',
  chain_node: null,
  assessment: 'passed',
}

it('a project made of a lead knows what the lead says', () => {
  expect(passedOn('lead', 'project', lead)).toEqual({
    investor: 'e1',
    promotion_method: 'via_chain',
    chain: '高端装备',
    content: '建设年产10万台减速器生产线',
    stage: 'negotiate',
  })
  expect(passedOn('lead', 'project', {})).toEqual({ stage: 'lead' })
})

it('nothing else takes anything', () => {
  expect(passedOn('lead', 'enterprise', lead)).toEqual({})
  expect(passedOn('agreement', 'project', lead)).toEqual({})
})
