// The few signatures of WebAssembly that the engine uses: neither the DOM's nor Node's types are known here.

export interface WasmMemory {
  readonly buffer: ArrayBuffer
}

/** Compiled code, shared by all machines of a program. */
export interface WasmModule {
  readonly wasmModule?: never
}

/** A translated function: takes fuel and the number of the block to begin in, tells where it left: see translate.ts. */
export type Translated = (fuel: number, entry: number) => number

interface Api {
  readonly Memory: new (size: { initial: number }) => WasmMemory
  readonly Module: new (bytes: Uint8Array) => WasmModule
  readonly Instance: new (
    module: WasmModule,
    imports: Record<string, Record<string, WasmMemory>>,
  ) => { readonly exports: Record<string, unknown> }
}

const api = (globalThis as { readonly WebAssembly?: Api }).WebAssembly

/** Bytes in a page of memory. */
export const WASM_PAGE = 65_536

/** A memory of at least `size` bytes; null where WebAssembly is refused. */
export function createMemory(size: number): WasmMemory | null {
  try {
    return api === undefined ? null : new api.Memory({ initial: Math.ceil(size / WASM_PAGE) })
  } catch {
    return null
  }
}

/** Compiles a module; null where it is refused (by a page's policy, or for want of memory). */
export function compileWasm(bytes: Uint8Array): WasmModule | null {
  try {
    return api === undefined ? null : new api.Module(bytes)
  } catch {
    return null
  }
}

/** The function of a module made by translate.ts, working on `memory`. */
export function instantiate(module: WasmModule, memory: WasmMemory): Translated {
  return new api!.Instance(module, { m: { m: memory } }).exports['f'] as Translated
}
