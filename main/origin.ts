// The app's own scheme and origin. The path is chosen by the app; nothing outside it can be addressed.

export const SCHEME = 'app'
export const HOST = 'tyokykypolku'
export const ORIGIN = `${SCHEME}://${HOST}`
