// Reads out of a source file what it takes from elsewhere and what it exports, by Vite's own parser. Knows no rules about it.
import { parseSync } from 'vite'

/** One thing taken from elsewhere: what is named (without a query), and how. */
export interface Import {
  readonly from: string
  readonly kind: 'static' | 'type' | 'export' | 'dynamic' | 'url' | 'glob' | 'require'
}

/** A use of something that the parts below page and command line do without. */
export interface Impurity {
  readonly name: string
}

interface Node {
  readonly type: string
  readonly [key: string]: unknown
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

const node = (value: unknown): Node | undefined => (isNode(value) ? value : undefined)

/** Every node of a tree, in the order of the text. */
function* nodesOf(value: unknown): Generator<Node> {
  if (Array.isArray(value)) {
    for (const item of value) yield* nodesOf(item)
  } else if (isNode(value)) {
    yield value
    for (const child of Object.values(value)) if (typeof child === 'object') yield* nodesOf(child)
  }
}

/** The text of a literal, or of a template without holes; what can't be known is `?`, which no rule allows. */
function textOf(value: unknown): string {
  const literal = node(value)
  if (literal?.type === 'Literal' && typeof literal['value'] === 'string') return literal['value']
  if (literal?.type === 'TemplateLiteral' && Array.isArray(literal['quasis']) && literal['quasis'].length === 1) {
    const raw = (literal['quasis'][0] as { value?: { cooked?: string } }).value
    return raw?.cooked ?? '?'
  }
  return '?'
}

const nameOf = (value: unknown): string | undefined => {
  const identifier = node(value)
  return identifier?.type === 'Identifier' && typeof identifier['name'] === 'string' ? identifier['name'] : undefined
}

const isMetaMember = (value: unknown, property: string): boolean => {
  const member = node(value)
  return (
    member?.type === 'MemberExpression' &&
    node(member['object'])?.type === 'MetaProperty' &&
    nameOf(member['property']) === property
  )
}

const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : undefined)

function importsOfNode(it: Node): Import[] {
  const one = (source: unknown, kind: Import['kind']): Import[] => [{ from: textOf(source), kind }]
  switch (it.type) {
    case 'ImportDeclaration':
      return one(it['source'], it['importKind'] === 'type' ? 'type' : 'static')
    case 'ExportAllDeclaration':
      return one(it['source'], 'export')
    case 'ExportNamedDeclaration':
      return it['source'] === null ? [] : one(it['source'], 'export')
    case 'ImportExpression':
      return one(it['source'], 'dynamic')
    case 'TSImportType':
      return one(it['source'] ?? it['argument'], 'type')
    case 'TSExternalModuleReference':
      return one(it['expression'], 'require')
    case 'NewExpression': {
      const [url, base] = it['arguments'] as unknown[]
      return nameOf(it['callee']) === 'URL' && isMetaMember(base, 'url') ? one(url, 'url') : []
    }
    case 'CallExpression': {
      if (nameOf(it['callee']) === 'require') return one(first(it['arguments']), 'require')
      if (!isMetaMember(it['callee'], 'glob')) return []
      const pattern = node(first(it['arguments']))
      const patterns = pattern?.type === 'ArrayExpression' ? (pattern['elements'] as unknown[]) : [pattern]
      return patterns.flatMap(element => one(element, 'glob'))
    }
    default:
      return []
  }
}

/**
 * All that a file takes from elsewhere, `?worker&url` and the like removed.
 * @param name the file's name: its ending tells the language
 * @throws when the text can't be parsed: better than to pass over a file unseen
 */
export function importsOf(name: string, text: string): Import[] {
  return parse(name, text)
    .flatMap(importsOfNode)
    .map(({ from, kind }) => ({ from: from === '?' ? from : from.replace(/\?.*$/, ''), kind }))
}

/** The names that a file declares and exports; what it only hands on is not among them. */
export function declaredExportsOf(name: string, text: string): string[] {
  return parse(name, text).flatMap(it => {
    if (it.type !== 'ExportNamedDeclaration' && it.type !== 'ExportDefaultDeclaration') return []
    const declaration = node(it['declaration'])
    const several = declaration?.['declarations']
    const named = Array.isArray(several) ? several.map(each => node(each)?.['id']) : [declaration?.['id']]
    return named.flatMap(each => nameOf(each) ?? [])
  })
}

/** The texts of all literals that stand in a file as a whole, other than what is imported. */
export function literalsOf(name: string, text: string): string[] {
  const imported = new Set(importsOf(name, text).map(({ from }) => from))
  return parse(name, text).flatMap(it => {
    const literal = it.type === 'Literal' || it.type === 'TemplateLiteral' ? textOf(it) : '?'
    return literal === '?' || imported.has(literal) ? [] : [literal]
  })
}

/** Uses of the clock or of randomness. */
export function impuritiesOf(name: string, text: string): Impurity[] {
  return parse(name, text).flatMap(it => {
    if (it.type === 'MemberExpression' && nameOf(it['object']) === 'Math' && nameOf(it['property']) === 'random') {
      return [{ name: 'Math.random' }]
    }
    const taken = nameOf(it.type === 'MemberExpression' ? it['object'] : it['callee'])
    return taken === 'Date' || taken === 'performance' || taken === 'crypto' || taken === 'setTimeout'
      ? [{ name: taken }]
      : []
  })
}

/** What has been parsed, by name and text: several rules look at the same files. */
const parsed = new Map<string, readonly Node[]>()

function parse(name: string, text: string): readonly Node[] {
  const key = `${name}\n${text}`
  const before = parsed.get(key)
  if (before !== undefined) return before
  const { program, errors } = parseSync(name, text)
  if (errors.length > 0) throw new Error(`${name}: ${errors[0]?.message}`)
  const nodes = [...nodesOf(program.body)]
  parsed.set(key, nodes)
  return nodes
}
