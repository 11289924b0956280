// Everything the shell refuses, in one place: other pages, windows, webviews, permissions, downloads, the network,
// and switches that would open the app to a debugger. Takes Electron's objects, so that it is tested without Electron.
import type { App, Session, WebContents, WebPreferences } from 'electron'
import { ORIGIN } from './origin.ts'

/** Of every window; each one explicit, whatever Electron's defaults become. */
export const webPreferences = (preload: string, packaged: boolean): WebPreferences => ({
  preload,
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  safeDialogs: true,
  /** Its dictionaries would be fetched over the network. */
  spellcheck: false,
  devTools: !packaged,
})

/** Switches through which someone could watch or steer the app from outside. */
const REFUSED_SWITCHES = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
  'inspect',
  'inspect-brk',
  'inspect-port',
  'js-flags',
  'disable-web-security',
  'no-sandbox',
  'load-extension',
  'proxy-server',
  'proxy-pac-url',
  'proxy-bypass-list',
  'no-proxy-server',
  'force-webrtc-ip-handling-policy',
  'host-resolver-rules',
  'log-net-log',
  'user-data-dir',
] as const

/** True when a packaged app was started with a switch that it must not run with. */
export const startedUnsafely = (app: Pick<App, 'isPackaged' | 'commandLine'>): boolean =>
  app.isPackaged && REFUSED_SWITCHES.some((name) => app.commandLine.hasSwitch(name))

const isOwnPage = (url: string): boolean => url === ORIGIN || url.startsWith(`${ORIGIN}/`)

const hardenContents = (contents: WebContents): void => {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  // A peer connection asks neither the content security policy nor the request filter. This leaves it TCP only.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}

/**
 * Whatever asks for a network all the same (a peer connection over TCP, a name to be looked up) is sent to a port of this
 * machine at which nobody listens. Pages come from the own scheme, updates have a session of their own.
 */
const NOWHERE = {
  mode: 'fixed_servers',
  proxyRules: 'http://127.0.0.1:9',
  proxyBypassRules: '<-loopback>',
} as const

const hardenSession = (session: Session): void => {
  void session.setProxy(NOWHERE)
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler(null)
  session.setSpellCheckerEnabled(false)
  session.on('will-download', (event) => event.preventDefault())
  session.webRequest.onBeforeRequest(({ url }, answer) =>
    answer({ cancel: !isOwnPage(url) && !url.startsWith('data:image/') && !url.startsWith('devtools:') }),
  )
}

/** Call once, when the app is ready and before the first window. */
export const harden = (app: Pick<App, 'on'>, session: Session): void => {
  app.on('web-contents-created', (_event, contents) => hardenContents(contents))
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, answer) => {
    event.preventDefault()
    answer(false)
  })
  app.on('login', (event) => event.preventDefault())
  hardenSession(session)
}
