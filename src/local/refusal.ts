/** A start that cannot go on, for a reason the person at the terminal can mend. The message is one clear line. */
export class Refusal extends Error {
  override name = 'Refusal'
}
