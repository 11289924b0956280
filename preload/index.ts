import { contextBridge, ipcRenderer } from 'electron'

contextBridge.exposeInMainWorld('api', {
  call: (name: unknown, input: unknown) => ipcRenderer.invoke('call', name, input),
  on: (event: string, handler: (value: unknown) => void) => {
    const listener = (_: unknown, name: string, value: unknown) => name === event && handler(value)
    ipcRenderer.on('event', listener)
    return () => void ipcRenderer.off('event', listener)
  },
})
