/** Something a person has asked for: whether it is under way, and why it failed. */

import { Refused } from "../services/failures";

export class Attempt {
  isUnderWay = $state(false);
  failure = $state.raw<unknown>(undefined);

  /** What was wrong with a field. */
  about(field: string): string | undefined {
    return this.failure instanceof Refused ? this.failure.about(field) : undefined;
  }

  /** Does it, once at a time; whether it was done. */
  async make(act: () => Promise<void>): Promise<boolean> {
    if (this.isUnderWay) return false;
    this.isUnderWay = true;
    this.failure = undefined;
    try {
      await act();
      return true;
    } catch (fault) {
      this.failure = fault;
      return false;
    } finally {
      this.isUnderWay = false;
    }
  }
}
