/** Faults, for the rooms that show them. */
export { FaultError, toFault, type Fault } from '@/bridge'
