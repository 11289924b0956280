// Which native binaries of a package belong to the target: the others are dead weight in an installer.

/** File names to remove, so that only the target's prebuild remains. Throws when the target has none. */
export const otherPrebuilds = (names: readonly string[], platform: string, arch: string): string[] => {
  const own = `${platform}-${arch}.node`
  if (!names.includes(own)) throw new Error(`no prebuild ${own}`)
  return names.filter((name) => name !== own)
}
