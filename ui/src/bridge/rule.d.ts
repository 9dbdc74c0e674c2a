/** The settings of a counting rule; each metric's rule has its own. */
type SigningRule = { [key: string]: import('./generated').JsonValue }
