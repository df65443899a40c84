import { contextBridge, ipcRenderer } from 'electron'
import type { Bridge } from '../core/contract'

// One line per message: the page can call these and nothing else of Electron reaches it.
const bridge: Bridge = {
  loadContent: () => ipcRenderer.invoke('loadContent'),
  endVisit: () => ipcRenderer.invoke('endVisit'),
  printJobEnd: (input) => ipcRenderer.invoke('printJobEnd', input),
  cancelPrint: (input) => ipcRenderer.invoke('cancelPrint', input),
  printerState: () => ipcRenderer.invoke('printerState'),
  listPrinters: () => ipcRenderer.invoke('listPrinters'),
  heartbeat: () => ipcRenderer.invoke('heartbeat'),
}

contextBridge.exposeInMainWorld('bridge', bridge)
