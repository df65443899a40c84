import { contextBridge, ipcRenderer } from 'electron'
import type { Bridge } from '../core/contract'

// One line per message: the page can call these and nothing else of Electron reaches it.
const bridge: Bridge = {
  loadContent: () => ipcRenderer.invoke('loadContent'),
  loadWords: (input) => ipcRenderer.invoke('loadWords', input),
  endVisit: () => ipcRenderer.invoke('endVisit'),
  printHandout: (input) => ipcRenderer.invoke('printHandout', input),
  printDeskSlip: () => ipcRenderer.invoke('printDeskSlip'),
  printJobEnd: (input) => ipcRenderer.invoke('printJobEnd', input),
  cancelPrint: (input) => ipcRenderer.invoke('cancelPrint', input),
  printerState: () => ipcRenderer.invoke('printerState'),
  listPrinters: () => ipcRenderer.invoke('listPrinters'),
  prepareHandout: (given) => ipcRenderer.invoke('prepareHandout', given),
  heartbeat: () => ipcRenderer.invoke('heartbeat'),
  setSpeechVolume: (input) => ipcRenderer.invoke('setSpeechVolume', input),
  callStaff: () => ipcRenderer.invoke('callStaff'),
  staffState: () => ipcRenderer.invoke('staffState'),
  unlockStaff: (given) => ipcRenderer.invoke('unlockStaff', given),
  beginSetUp: () => ipcRenderer.invoke('beginSetUp'),
  recoverStaff: () => ipcRenderer.invoke('recoverStaff'),
  makeRecoveryFile: () => ipcRenderer.invoke('makeRecoveryFile'),
  staffIsThere: () => ipcRenderer.invoke('staffIsThere'),
  setPin: (given) => ipcRenderer.invoke('setPin', given),
  writeSettings: (given) => ipcRenderer.invoke('writeSettings', given),
  count: (given) => ipcRenderer.invoke('count', given),
  readCounts: () => ipcRenderer.invoke('readCounts'),
  exportCounts: () => ipcRenderer.invoke('exportCounts'),
  listSticks: () => ipcRenderer.invoke('listSticks'),
  saveHandoutPdf: (given) => ipcRenderer.invoke('saveHandoutPdf', given),
  quitKiosk: (given) => ipcRenderer.invoke('quitKiosk', given),
}

contextBridge.exposeInMainWorld('bridge', bridge)
