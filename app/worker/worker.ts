// The history off the main thread: the service, exposed to the page.
import { expose } from 'comlink'
import { createService } from './service.ts'

expose(createService(() => performance.now()))
