// Reading and writing through TanStack Query. A person's record is read once per opening: each read is an event in
// the log, so nothing is fetched again behind the reader's back, and it is forgotten when the view closes.
import {
  QueryClient,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { type CallName, findCall, type Input, type KindOf, type Output } from '../../domain/contract/table.ts'
import { type ApiFailure, callApi } from './call-api.ts'

export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })

type NameOfKind<K> = { [N in CallName]: KindOf<N> extends K ? N : never }[CallName]
export type ReadName = NameOfKind<'read' | 'read-person'>
export type WriteName = NameOfKind<'write' | 'session'>

type ReadOptions = {
  /** False while there is nothing to ask yet. */
  enabled?: boolean
  /** Keeps showing the last answer while the next one is under way (search as you type). */
  keepPrevious?: boolean
}

/** The answer of a read call: `data`, `isPending`, `error` (an ApiFailure), `refetch`. */
export const useRead = <N extends ReadName>(
  name: N,
  input: Input<N>,
  options: ReadOptions = {},
): UseQueryResult<Output<N>, ApiFailure> => {
  const person = findCall(name)!.kind === 'read-person'
  return useQuery<Output<N>, ApiFailure>({
    queryKey: [name, input],
    queryFn: () => callApi(name, input),
    enabled: options.enabled ?? true,
    staleTime: person ? Number.POSITIVE_INFINITY : 0,
    gcTime: person ? 0 : 60_000,
    ...(options.keepPrevious ? { placeholderData: (before: Output<N> | undefined) => before as never } : {}),
  })
}

export type WriteOptions<N extends CallName> = {
  /** Reads whose answers this write changes; those on the screen are asked again. */
  refresh?: readonly ReadName[]
  onDone?: (value: Output<N>, input: Input<N>) => void
}

/** A write: `mutate(input)`, `mutateAsync(input)`, `isPending`, `error` (an ApiFailure), `reset()`. */
export const useWrite = <N extends WriteName>(
  name: N,
  options: WriteOptions<N> = {},
): UseMutationResult<Output<N>, ApiFailure, Input<N>> => {
  const client = useQueryClient()
  return useMutation<Output<N>, ApiFailure, Input<N>>({
    mutationFn: (input) => callApi(name, input),
    onSuccess: async (value, input) => {
      await Promise.all((options.refresh ?? []).map((read) => client.invalidateQueries({ queryKey: [read] })))
      options.onDone?.(value, input)
    },
  })
}
