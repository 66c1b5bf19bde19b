// Whether the page stands inside somebody else's (`?embed`): it then keeps nothing and asks for no storage.
export const isEmbedded: boolean = new URLSearchParams(location.search).has('embed')
