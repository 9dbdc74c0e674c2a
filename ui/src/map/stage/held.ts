type Listener = (this: EventTarget, event: Event, datum: undefined) => void

interface Heard {
  type: string
  name: string
  value: Listener
  listener: (event: Event) => void
  options?: AddEventListenerOptions | boolean
}

/** What was asked to be heard of each node, by the type of the event and the name of who asked. */
const heard = new WeakMap<EventTarget, Heard[]>()

const namesOf = (text: string) =>
  text
    .trim()
    .split(/\s+/)
    .map((one) => {
      const [type = '', name = ''] = one.split('.')
      return { type, name }
    })

function forget(node: EventTarget, { type, name }: { type: string; name: string }): void {
  const all = heard.get(node) ?? []
  const goes = (one: Heard) => (!type || one.type === type) && one.name === name
  for (const one of all.filter(goes)) node.removeEventListener(one.type, one.listener, one.options)
  heard.set(
    node,
    all.filter((one) => !goes(one)),
  )
}

/**
 * In the place of d3-selection, of which d3-zoom and its d3-drag need these few: the rest, made to fill documents
 * with data, would be a tenth of the map's code.
 */
class Held {
  constructor(private readonly nodes: readonly EventTarget[]) {}

  each(run: (this: EventTarget) => void): this {
    for (const node of this.nodes) run.call(node)
    return this
  }

  call(run: (held: this) => void): this {
    run(this)
    return this
  }

  filter(wanted: (this: EventTarget) => unknown): Held {
    return new Held(this.nodes.filter((node) => wanted.call(node)))
  }

  property(name: string, value: (this: EventTarget) => unknown): this {
    return this.each(function () {
      Object.assign(this, { [name]: value.call(this) })
    })
  }

  style(name: string, value: string): this {
    return this.each(function () {
      if (this instanceof HTMLElement) this.style.setProperty(name, value)
    })
  }

  /** Nothing here carries data. */
  datum(): undefined {
    return undefined
  }

  /** Nothing here moves by itself. */
  interrupt(): this {
    return this
  }

  on(names: string): Listener | undefined
  on(names: string, value: Listener | null, options?: AddEventListenerOptions | boolean): this
  on(
    names: string,
    value?: Listener | null,
    options?: AddEventListenerOptions | boolean,
  ): this | Listener | undefined {
    const asked = namesOf(names)
    if (value === undefined) {
      const all = this.nodes.flatMap((node) => heard.get(node) ?? [])
      return all.find((one) => asked.some(({ type, name }) => type === one.type && name === one.name))?.value
    }
    for (const node of this.nodes)
      for (const one of asked) {
        forget(node, one)
        if (!value) continue
        const listener = (event: Event) => value.call(node, event, undefined)
        node.addEventListener(one.type, listener, options)
        heard.get(node)?.push({ ...one, value, listener, options })
      }
    return this
  }
}

/** One node whose events are heard. */
export const select = (node: EventTarget): Held => new Held([node])

/** Where an event or a touch is, from the corner of a node. */
export function pointer(at: MouseEvent | Touch, node: Element = (at as MouseEvent).currentTarget as Element) {
  const box = node.getBoundingClientRect()
  return [at.clientX - box.left - node.clientLeft, at.clientY - box.top - node.clientTop]
}
