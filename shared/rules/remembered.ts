// Answers to questions that are asked again and again of inputs that seldom change, told apart by identity. An entry
// whose inputs are the same is always true, so one memory serves every judgement of a board, older ones too.

interface Entry<V> { readonly inputs: readonly unknown[]; readonly value: V }

export class Remembered<V> {
  readonly #entries = new Map<string, Entry<V>>()

  /** The answer under `key`; made when one of the inputs is another value than at the last time. */
  of(key: string, inputs: readonly unknown[], make: () => V): V {
    const known = this.#entries.get(key)
    if (known !== undefined && inputs.every((input, at) => input === known.inputs[at])) return known.value
    const value = make()
    this.#entries.set(key, { inputs, value })
    return value
  }
}
