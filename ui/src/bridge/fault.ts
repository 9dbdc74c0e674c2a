import type { Fault as WireFault } from './generated'

/** Failures between the page and the program, which the program itself cannot report. */
type LocalCode = 'unreachable' | 'no_session' | 'foreign_origin'

/** Why something was not done: a refusal of the program, or a failure on the way to it. */
export type Fault = Omit<WireFault, 'code'> & { code: WireFault['code'] | LocalCode }

/** A refusal from below, thrown by `call`; screens show it by its code, never by its message. */
export class FaultError extends Error {
  constructor(readonly fault: Fault) {
    super(fault.code)
    this.name = 'FaultError'
  }
}

function looksLikeFault(value: unknown): value is Fault {
  return typeof value === 'object' && value !== null && typeof (value as Fault).code === 'string'
}

/** Whatever was thrown, as a fault: an unknown failure becomes code `unreachable`. */
export function toFault(thrown: unknown): Fault {
  if (thrown instanceof FaultError) return thrown.fault
  if (looksLikeFault(thrown)) return { ...thrown, params: thrown.params ?? {} }
  return {
    code: 'unreachable',
    params: { detail: thrown instanceof Error ? thrown.message : String(thrown) },
  }
}
