import { expect, it } from 'vitest'
import { hrefOf, parseHash, type Route } from './route'

it.each<Route>([
  { page: 'ledger', kind: 'project' },
  { page: 'ledger', kind: 'agreement', figure: 'F2', year: 2023, part: 'approximate' },
  { page: 'ledger', kind: 'agreement', figure: 'F1', year: 2023, through: 10, part: 'ids' },
  { page: 'ledger', kind: 'agreement', view: '0190-2' },
  { page: 'ledger', kind: 'agreement', where: 'project', is: '0190-3' },
  { page: 'record', kind: 'agreement', id: '0190-1' },
  { page: 'figures', year: 2023 },
  { page: 'figures', year: 2023, through: 10 },
  { page: 'chain' },
  { page: 'chain', code: 'elevator', segment: '0190-4' },
  { page: 'import' },
  { page: 'bin' },
  { page: 'settings' },
  { page: 'settings', part: 'backups' },
])('%j survives the address', (route) => expect(parseHash(hrefOf(route))).toEqual(route))

it('an unknown address is the ledger of agreements', () =>
  expect(parseHash('#token=abc')).toEqual({ page: 'ledger', kind: 'agreement' }))
