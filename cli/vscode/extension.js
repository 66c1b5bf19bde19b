// The extension in VS Code: starts the language server and the debug adapter, both `toycpu` itself, which lies beside it and
// runs in the Node that VS Code brings along.
import { join } from 'node:path'
import { DebugAdapterExecutable, debug, env } from 'vscode'
import { LanguageClient, TransportKind } from 'vscode-languageclient/node'

// biome-ignore lint/suspicious/noTemplateCurlyInString: VS Code puts the open file's path there
const FILE = '${file}'

let client

export function activate(context) {
  const toycpu = context.asAbsolutePath(join('dist-cli', 'toycpu.js'))
  const server = { module: toycpu, args: ['lsp'], transport: TransportKind.stdio }
  client = new LanguageClient('toycpu', 'Toy CPU', server, { documentSelector: [{ language: 'toycpu' }] })
  context.subscriptions.push(
    debug.registerDebugAdapterDescriptorFactory('toycpu', {
      createDebugAdapterDescriptor: () =>
        new DebugAdapterExecutable(process.execPath, [toycpu, 'dap'], { env: { ELECTRON_RUN_AS_NODE: '1' } }),
    }),
    // F5 in a program without a launch.json debugs that program.
    debug.registerDebugConfigurationProvider('toycpu', {
      resolveDebugConfiguration: (_, configuration) =>
        configuration.type
          ? configuration
          : {
              type: 'toycpu',
              request: 'launch',
              name: `Toy CPU (${env.language})`,
              program: FILE,
              stopOnEntry: true,
            },
    }),
  )
  return client.start()
}

export function deactivate() {
  return client?.stop()
}
