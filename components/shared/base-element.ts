/** The base class of all elements: registers them, and takes what a page sets on them as it was meant. */
import { adoptStyles, LitElement, type PropertyValues } from 'lit';
import { attempt } from './attempt.js';
import { defineOnce } from './define-once.js';
import { isOnServer } from './on-server.js';

export abstract class BaseElement extends LitElement {
  /** The tag name, unless `define` is given another. */
  static readonly tag: string;

  /** Registers the element, unless the tag name is already registered. */
  static define(tag = this.tag, registry?: CustomElementRegistry): void {
    defineOnce(this as unknown as Parameters<typeof defineOnce>[0], tag, registry);
  }

  /**
   * Makes the properties of the element. With `type: Boolean`, "false" in any case is false, as an attribute and as a
   * property: some frameworks write it. As an attribute, everything else is true, an empty string too; as a property, what
   * is true in JavaScript. Any other property that is also an attribute has its default again when the attribute is removed,
   * or when it is set to null.
   *
   * @internal
   */
  protected static override finalize(): void {
    if (Object.hasOwn(this, 'finalized')) return;
    super.finalize();
    for (const [name, options] of this.elementProperties) {
      const accessor = Object.getOwnPropertyDescriptor(this.prototype, name);
      if (!accessor || options.attribute === false) continue;
      const isBoolean = options.type === Boolean;
      if (isBoolean) Object.assign(options, { converter: isAttributeTrue });
      Object.defineProperty(this.prototype, name, {
        ...accessor,
        set(this: BaseElement, value: unknown) {
          accessor.set?.call(
            this,
            isBoolean ? isTrue(value) : value === null ? defaultOf(this, name) : value,
          );
        },
      });
    }
  }

  /** The properties that changed before the first update, while it is only begun. */
  #changedEarly: Map<PropertyKey, unknown> | undefined;

  /** The shadow root still has what a server has drawn. */
  #isDrawnByServer = false;

  constructor() {
    super();
    if (!isOnServer) return;
    // There an element has no children, and nothing is done that takes a page. Events pass a shadow root only if there is one.
    Object.assign(this, { children: [], connectedCallback: () => undefined });
    this.attachShadow({ mode: 'open' });
  }

  override connectedCallback(): void {
    if (!this.hasUpdated) this.#takeOver();
    super.connectedCallback();
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    this.#isDrawnByServer = this.shadowRoot !== null;
    // Where the styles cannot be read, the element is there without them.
    return this.shadowRoot ?? attempt(() => super.createRenderRoot()) ?? this.shadowRoot ?? this;
  }

  // Drawn anew, in one go: Lit would take for drawn what a server did not know, such as the bridge and the language.
  protected override update(changed: PropertyValues): void {
    if (this.#isDrawnByServer && this.shadowRoot) {
      this.#isDrawnByServer = false;
      this.shadowRoot.replaceChildren();
      adoptStyles(this.shadowRoot, (this.constructor as typeof BaseElement).elementStyles);
    }
    super.update(changed);
  }

  protected override shouldUpdate(changed: PropertyValues): boolean {
    for (const [name, before] of changed) this.#changedEarly?.set(name, before);
    return !this.#changedEarly && super.shouldUpdate(changed);
  }

  /**
   * Takes over what a page set before the element was defined. Lit keeps that until the first update, when
   * `connectedCallback` has already worked with the defaults. So an update is begun here, and its rendering left for later.
   */
  #takeOver(): void {
    const changed = (this.#changedEarly = new Map<PropertyKey, unknown>());
    this.performUpdate();
    this.#changedEarly = undefined;
    this.requestUpdate();
    for (const [name, before] of changed) this.requestUpdate(name, before);
  }
}

/** What a new element of the same class has. */
const defaultOf = ({ constructor }: BaseElement, name: PropertyKey): unknown =>
  Reflect.get(new (constructor as new () => BaseElement)(), name);

const isTrue = (value: unknown): boolean => Boolean(value) && !/^false$/i.test(String(value));

const isAttributeTrue = (value: string | null): boolean => isTrue(value === '' || value);
