/** What the map was asked for that opens over it. */
export type Asked =
  | { what: 'judge'; segment: string }
  | { what: 'compare'; of: 'targets' | 'parks'; segment?: string }
  | { what: 'local'; enterprise: string; name: string }
  | { what: 'rules' }
  | { what: 'file' }
