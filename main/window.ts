// The one window.
import type { BrowserWindowConstructorOptions, BrowserWindow as Window } from 'electron'
import { webPreferences } from './hardening.ts'
import { ORIGIN } from './origin.ts'

/** Opens the window when its first page is ready to be seen. */
export const openWindow = (
  BrowserWindow: new (options: BrowserWindowConstructorOptions) => Window,
  preload: string,
  packaged: boolean,
): Window => {
  const window = new BrowserWindow({
    width: 1280,
    height: 900,
    minWidth: 640,
    minHeight: 480,
    show: false,
    autoHideMenuBar: true,
    title: 'Työkykypolku',
    webPreferences: webPreferences(preload, packaged),
  })
  window.removeMenu()
  window.once('ready-to-show', () => window.show())
  void window.loadURL(`${ORIGIN}/`)
  return window
}
