// The two ways out of a conflict for a form over data that the station keeps with a version.
import { useQueryClient } from '@tanstack/react-query'
import type { FieldPath, FieldValues } from 'react-hook-form'
import type { Input, Output } from '../../domain/contract/table.ts'
import { callApi } from './call-api.ts'
import type { ReadName } from './queries.ts'
import type { CallForm } from './use-call-form.ts'

type Versioned = { version: number }
/** Reads that answer with a version. */
type VersionedRead = { [N in ReadName]: Output<N> extends Versioned ? N : never }[ReadName]

/**
 * @param read how the newest version is read (it takes no input)
 * @param valuesOf the form's values of it; null when what was edited is no longer there
 */
export const useConflict = <N extends VersionedRead, V extends FieldValues & Versioned>(
  read: N,
  { form, submit, dismiss }: CallForm<V>,
  valuesOf: (newest: Output<N>) => V | null,
) => {
  const client = useQueryClient()
  const newest = async (): Promise<Output<N> & Versioned> => {
    const found = await callApi(read, {} as Input<N>)
    await client.invalidateQueries({ queryKey: [read] })
    return found as Output<N> & Versioned
  }
  return {
    keepOwn: async (): Promise<void> => {
      form.setValue('version' as FieldPath<V>, (await newest()).version as never)
      await submit()
    },
    takeOther: async (): Promise<void> => {
      const values = valuesOf(await newest())
      if (values) form.reset(values)
      dismiss()
    },
  }
}
