/**
 * What the sidebar's events go through. Not a child of EventTarget: in Firefox's content
 * scripts that is the page's own class, and what extends it comes without its methods.
 */
export class Emitter {
  #target = new EventTarget();

  /** @param {Parameters<EventTarget['addEventListener']>} given */
  addEventListener(...given) {
    this.#target.addEventListener(...given);
  }

  /** @param {Parameters<EventTarget['removeEventListener']>} given */
  removeEventListener(...given) {
    this.#target.removeEventListener(...given);
  }

  /** @param {Event} event @returns {boolean} false where a listener prevented its default */
  dispatchEvent(event) {
    return this.#target.dispatchEvent(event);
  }
}
