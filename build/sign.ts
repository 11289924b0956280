// Signs with the county's certificate through osslsigncode. Where the certificate is not named, a build for trying is
// left unsigned, but a release build stops.
import { execFileSync } from 'node:child_process'
import { renameSync } from 'node:fs'

type Task = { path: string; hash: string }

export default async ({ path, hash }: Task): Promise<void> => {
  const { SIGN_PKCS12: certificate, SIGN_PASSWORD_FILE: password, SIGN_TIMESTAMP: timestamp } = process.env
  if (!certificate || !password) {
    if (process.env.RELEASE) throw new Error('a release needs SIGN_PKCS12 and SIGN_PASSWORD_FILE')
    return
  }
  const signed = `${path}.signed`
  execFileSync('osslsigncode', [
    ...['sign', '-pkcs12', certificate, '-readpass', password, '-h', hash],
    ...['-n', 'Työkykypolku', ...(timestamp ? ['-ts', timestamp] : [])],
    ...['-in', path, '-out', signed],
  ])
  renameSync(signed, path)
}
