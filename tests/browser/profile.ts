// Tells what React has drawn anew: rows of the state table and cells of the memory, commit by commit, as React's own
// developer tools see it. Knows of the page only how its rows and cells are marked.
import type { Page } from '@playwright/test'

/** React's record of a component or an element, as far as it is looked at here. */
interface Fiber {
  readonly tag: number
  readonly flags: number
  readonly stateNode: unknown
  readonly child: Fiber | null
  readonly sibling: Fiber | null
  readonly alternate: Fiber | null
}

interface Profiled {
  drawnRows: number[]
  drawnCells: number[]
}

/** Watches every commit of the page from its first on: to be called before it is opened. */
export async function profile(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const HOST = 5
    const PERFORMED_WORK = 1
    const seen = { drawnRows: [] as number[], drawnCells: [] as number[] }
    const note = (fiber: Fiber): void => {
      const host = fiber.child
      if ((fiber.flags & PERFORMED_WORK) === 0 || host?.tag !== HOST || !(host.stateNode instanceof Element)) return
      const { dataset } = host.stateNode as HTMLElement
      if (host.stateNode.matches('tr[data-position]')) seen.drawnRows.push(Number(dataset['position']))
      if (host.stateNode.matches('[role=gridcell][data-address]')) seen.drawnCells.push(Number(dataset['address']))
    }
    const visit = (now: Fiber, before: Fiber | null): void => {
      if (now === before) return
      note(now)
      // Where the first child is the same as before, nothing beneath was looked at.
      if (before !== null && now.child === before.child) return
      for (let child = now.child; child !== null; child = child.sibling) visit(child, child.alternate)
    }
    Object.assign(window, {
      profiled: seen,
      __REACT_DEVTOOLS_GLOBAL_HOOK__: {
        isDisabled: false,
        supportsFiber: true,
        renderers: new Map(),
        inject: () => 1,
        checkDCE: () => undefined,
        onCommitFiberUnmount: () => undefined,
        onPostCommitFiberRoot: () => undefined,
        onCommitFiberRoot: (_: number, root: { readonly current: Fiber }) =>
          visit(root.current, root.current.alternate),
      },
    })
  })
}

/** What has been drawn since the last call: each row by its position, each cell by its address, as often as it was. */
export async function drawnSince(page: Page): Promise<{ readonly rows: number[]; readonly cells: number[] }> {
  return page.evaluate(() => {
    const seen = (window as unknown as { profiled: Profiled }).profiled
    const { drawnRows: rows, drawnCells: cells } = seen
    seen.drawnRows = []
    seen.drawnCells = []
    return { rows, cells }
  })
}
