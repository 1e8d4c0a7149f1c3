/** The opening scene: everything up to this many entities, beyond it the best-connected. */
export const OPENING = 300;
