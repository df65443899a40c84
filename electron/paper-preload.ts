import { contextBridge, ipcRenderer } from 'electron'
import type { PaperBridge } from '../core/paper'

const paper: PaperBridge = {
  load: () => ipcRenderer.invoke('paper-load'),
  next: () => ipcRenderer.invoke('paper-next'),
  failed: () => ipcRenderer.invoke('paper-failed'),
  done: (pages) => ipcRenderer.invoke('paper-done', pages),
}

contextBridge.exposeInMainWorld('paper', paper)
