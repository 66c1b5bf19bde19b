// From the names that a view gives its elements to the class names that its style sheets have been given. Knows no view.
import parts from './parts.module.css'

type Sheet = Readonly<Record<string, string>>
type Names = string | false | null | undefined

/**
 * A function from names to class names, of a view's own sheets and, where they don't have a name, the parts that all views
 * share. A name may stand for several, with blanks between. What no sheet has is left out, and no test finds it yet.
 */
export const classes =
  (...sheets: readonly Sheet[]) =>
  (...names: readonly Names[]): string =>
    names
      .flatMap(name => (name ? name.split(' ') : []))
      .flatMap(name => [parts, ...sheets].flatMap(sheet => sheet[name] ?? []))
      .join(' ')
