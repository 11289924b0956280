// What a tab of the client's page gets: the client as it was opened.
import type { Output } from '../../../domain/contract/table.ts'

export type ClientTabProps = { client: Output<'clients.open'> }
