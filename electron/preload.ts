import { contextBridge, ipcRenderer } from 'electron'
import type { Bridge } from '../core/contract'

// One line per message: the page can call these and nothing else of Electron reaches it.
const bridge: Bridge = {
  loadContent: () => ipcRenderer.invoke('loadContent'),
  endVisit: () => ipcRenderer.invoke('endVisit'),
  heartbeat: () => ipcRenderer.invoke('heartbeat'),
}

contextBridge.exposeInMainWorld('bridge', bridge)
