// The history off the main thread: the desk, exposed to the page.
import { expose } from 'comlink'
import { createDesk } from './service.ts'

expose(createDesk(() => performance.now()))
