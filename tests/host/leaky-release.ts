// A release as no version of the program makes it: everything shown. For tests of what is still possible afterwards.
import { must, type TestServer } from './make-server.ts'
import { peek } from './peek.ts'

/** Releases a quarter and then marks every cell of it as shown, behind the app's back. */
export const leakyRelease = async ({ server, folder }: TestServer, quarter: string): Promise<void> => {
  const { token } = await must(server.ask('aggregates.preview', { quarter, seconds: 1 }))
  await must(server.ask('aggregates.release', { token }))
  const db = await peek(folder, false)
  db.exec(`drop trigger release_cell_no_update; drop trigger release_cell_no_delete;
    delete from release_cell where count = 0; update release_cell set state = 'shown'`)
  db.close()
}
