// The app exits when the station has closed: the writing that is under way finished, the last event written, the key
// wiped. However the exit came about: the window closed, an update, the system.
import type { App } from 'electron'

/** A closing that hangs must not keep a program without a window, which would also stop the next start. */
const PATIENCE_MS = 10_000

export const closeBeforeExit = (app: Pick<App, 'on' | 'quit'>, close: () => Promise<void>): void => {
  let closed = false
  app.on('will-quit', (event) => {
    if (closed) return
    event.preventDefault()
    const patience = new Promise<void>((done) => {
      setTimeout(done, PATIENCE_MS)
    })
    void Promise.race([close(), patience]).finally(() => {
      closed = true
      app.quit()
    })
  })
}
