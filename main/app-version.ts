// The version that goes into packages; the build writes it into the bundle.
import manifest from '../package.json' with { type: 'json' }

export const APP_VERSION: string = manifest.version
