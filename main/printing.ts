// The server's printer port over the window: what is on the screen, through the print style sheet.
import type { BrowserWindow } from 'electron'
import type { Printer } from './server/ports.ts'

export const printerOver = (window: () => Pick<BrowserWindow, 'webContents'> | null): Printer => ({
  print: () =>
    new Promise((done) => {
      const open = window()
      if (!open) return done(false)
      open.webContents.print({ silent: false, printBackground: true, pageSize: 'A4' }, (printed) =>
        done(printed),
      )
    }),
  pdf: async () => {
    const open = window()
    if (!open) throw new Error('no window')
    return open.webContents.printToPDF({ pageSize: 'A4', printBackground: true, preferCSSPageSize: true })
  },
})
