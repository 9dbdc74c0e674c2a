import { expect, it } from 'vitest'
import { placeOf } from './leftDrafts'

it.each([
  ['agreement/1/contract_no', { what: 'field', kind: 'agreement', id: '1', field: 'contract_no' }],
  ['agreement/1/extra.2', { what: 'field', kind: 'agreement', id: '1', field: 'extra.2' }],
  ['note:agreement/1', { what: 'note', kind: 'agreement', id: '1' }],
  ['note:agreement/1/2', { what: 'note', kind: 'agreement', id: '1' }],
  ['new:lead', { what: 'new', kind: 'lead' }],
  ['agreement/1', undefined],
  ['', undefined],
])('%s', (key, place) => expect(placeOf(key)).toEqual(place))
