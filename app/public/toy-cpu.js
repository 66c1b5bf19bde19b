// <toy-cpu>: the page as an element of any page, without a framework (docs/embedding.md). A frame of the page beside this
// script does the work; text and moment come by attributes, from a file, or from what stands within the element.
{
  // An ordinary script: a module of another origin would need that host's leave.
  const HOME = new URL('./', document.currentScript.src)
  const PASSED = ['lang', 'theme', 'sample', 'show']

  class ToyCpu extends HTMLElement {
    static observedAttributes = ['position', 'src', 'link', 'sample', 'lang', 'theme', 'show', 'height']
    #frame = null
    #ready = false
    #waiting = []
    #state = { position: 0, known: 0, ended: false }
    #listen = event => this.#hear(event)

    connectedCallback() {
      const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' })
      root.replaceChildren()
      if (this.style.display === '') this.style.display = 'block'
      const frame = document.createElement('iframe')
      frame.style.cssText = `display:block;width:100%;border:0;height:${this.#height()}`
      frame.title = this.title || 'Toy CPU'
      // The browser starts it when it comes near the reader's sight.
      frame.loading = 'lazy'
      frame.src = this.#address()
      this.#frame = frame
      addEventListener('message', this.#listen)
      root.append(frame)
      void this.#give()
    }

    disconnectedCallback() {
      removeEventListener('message', this.#listen)
      this.#ready = false
      this.#frame = null
    }

    attributeChangedCallback(name, before, now) {
      if (this.#frame === null || before === now) return
      if (name === 'position') this.goTo(Number(now))
      else if (name === 'height') this.#frame.style.height = this.#height()
      else if (name === 'src') void this.#give()
      else {
        this.#ready = false
        this.#frame.src = this.#address()
        void this.#give()
      }
    }

    /** Where it is. */
    get position() {
      return this.#state.position
    }

    /** How many steps are known so far. */
    get known() {
      return this.#state.known
    }

    /** One step forwards, or backwards with -1. */
    step(by = 1) {
      this.#say({ kind: 'step', by: by < 0 ? -1 : 1 })
    }

    /** Goes to the state after that many steps. */
    goTo(position) {
      if (Number.isSafeInteger(position) && position >= 0) this.#say({ kind: 'go', position })
    }

    /** Shows another program. */
    open(text, { name, position } = {}) {
      this.#say({ kind: 'open', text: String(text), name, position })
    }

    #height() {
      const height = this.getAttribute('height')
      return height === null ? '420px' : /^\d+$/.test(height) ? `${height}px` : height
    }

    #address() {
      const address = new URL('index.html', HOME)
      address.searchParams.set('embed', '1')
      for (const name of PASSED) {
        const value = this.getAttribute(name)
        if (value !== null && value !== '') address.searchParams.set(name, value)
      }
      const link = this.getAttribute('link') ?? ''
      return address.href + link.slice(Math.max(0, link.indexOf('#')))
    }

    /** Hands over the text: a file's, or the one within the element. */
    async #give() {
      const src = this.getAttribute('src')
      const inner = this.textContent?.replace(/^\s*\n/, '').trimEnd() ?? ''
      const asked = this.getAttribute('position')
      const position = asked === null ? undefined : Number(asked)
      if (src !== null) {
        try {
          const response = await fetch(new URL(src, this.ownerDocument.baseURI))
          if (!response.ok) throw new Error(`${response.status} ${response.statusText}`)
          const text = await response.text()
          const name = src
            .replace(/[?#].*$/, '')
            .replace(/^.*\//, '')
            .replace(/\.[^.]*$/, '')
          this.open(text, { name, position })
        } catch (error) {
          this.dispatchEvent(new CustomEvent('error', { detail: { src, reason: String(error) } }))
        }
      } else if (inner !== '' && !this.hasAttribute('link'))
        this.open(inner, { name: this.title || undefined, position })
      else if (position !== undefined) this.goTo(position)
    }

    #say(message) {
      if (this.#ready)
        this.#frame?.contentWindow?.postMessage({ toycpu: 1, ...message }, HOME.origin === 'null' ? '*' : HOME.origin)
      else this.#waiting.push(message)
    }

    #hear({ source, data }) {
      if (this.#frame === null || source !== this.#frame.contentWindow || data?.toycpu !== 1) return
      if (data.kind === 'ready') {
        this.#ready = true
        for (const message of this.#waiting.splice(0)) this.#say(message)
        this.dispatchEvent(new CustomEvent('ready'))
      } else if (data.kind === 'height') {
        if (!this.hasAttribute('height')) this.#frame.style.height = `${Number(data.height)}px`
        this.dispatchEvent(new CustomEvent('height', { detail: { height: Number(data.height) } }))
      } else if (data.kind === 'position') {
        const { position, known, ended } = data
        this.#state = { position, known, ended }
        this.dispatchEvent(new CustomEvent('position', { detail: this.#state }))
      }
    }
  }

  if (!customElements.get('toy-cpu')) customElements.define('toy-cpu', ToyCpu)
}
