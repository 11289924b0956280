// Updates: only from the county's own server, only when IT named it, only forward, and only signed by the publisher
// that is written into this build. Without a publisher electron-updater checks no signature at all, so then: no updates.
import { readFileSync } from 'node:fs'
import type { NsisUpdater } from 'electron-updater'

/** True when the build's app-update.yml names a publisher (one, or a list). */
export const namesPublisher = (appUpdateYml: string): boolean => {
  try {
    return /^publisherName:(?:[ \t]+[^\s#'"[\]|>&*~-]|[ \t]*['"][^'"\s]|[ \t]*\r?\n[ \t]*-[ \t]+['"]?[^\s'"#])/m.test(
      readFileSync(appUpdateYml, 'utf8'),
    )
  } catch {
    return false
  }
}

type Updater = Pick<
  NsisUpdater,
  | 'setFeedURL'
  | 'checkForUpdates'
  | 'autoDownload'
  | 'autoInstallOnAppQuit'
  | 'allowDowngrade'
  | 'allowPrerelease'
  | 'disableWebInstaller'
  | 'logger'
>

export type UpdateCheck = 'off' | 'no-publisher' | 'none' | 'downloaded' | 'refused'

/**
 * Looks for an update once. What is downloaded is installed when the app closes.
 * @param server address from the validated policy; undefined switches updates off
 * @param appUpdateYml path of the build's own update file
 * @param makeUpdater made only when it is needed
 */
export const checkForUpdate = async (
  server: string | undefined,
  appUpdateYml: string,
  makeUpdater: () => Updater,
): Promise<UpdateCheck> => {
  if (!server) return 'off'
  if (!namesPublisher(appUpdateYml)) return 'no-publisher'
  const updater = makeUpdater()
  updater.logger = null
  updater.autoDownload = true
  updater.autoInstallOnAppQuit = true
  updater.allowPrerelease = false
  updater.disableWebInstaller = true
  updater.setFeedURL({ provider: 'generic', url: server })
  // Last: choosing a channel or a feed may switch it on.
  updater.allowDowngrade = false
  try {
    const found = await updater.checkForUpdates()
    if (!found?.isUpdateAvailable) return 'none'
    await found.downloadPromise
    return 'downloaded'
  } catch {
    return 'refused'
  }
}
