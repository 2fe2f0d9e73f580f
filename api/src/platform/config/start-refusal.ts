/** Why Probant does not start, in one sentence fit for a terminal; anything else thrown at start is a fault and keeps its stack. */
export class StartRefusal extends Error {
  override readonly name = 'StartRefusal';
}
