/** Something that is loaded: what it is, whether it is coming, why it failed. Old content stays while new content comes. */

export class Resource<Value> {
  value = $state.raw<Value | undefined>(undefined);
  failure = $state.raw<unknown>(undefined);
  isLoading = $state(true);
  #load: () => Promise<Value>;
  #turn = 0;

  constructor(load: () => Promise<Value>) {
    this.#load = load;
  }

  /** Loads anew; an older answer that arrives late is dropped. */
  async reload(): Promise<void> {
    const turn = ++this.#turn;
    this.isLoading = true;
    try {
      const value = await this.#load();
      if (turn !== this.#turn) return;
      this.value = value;
      this.failure = undefined;
    } catch (failure) {
      if (turn === this.#turn) this.failure = failure;
    } finally {
      if (turn === this.#turn) this.isLoading = false;
    }
  }
}

/** A resource for a component: loads now, and again whenever state that `load` reads at once has changed. */
export function resource<Value>(load: () => Promise<Value>): Resource<Value> {
  const made = new Resource(load);
  $effect(() => {
    void made.reload();
  });
  return made;
}
