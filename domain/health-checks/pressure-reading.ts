// One blood pressure reading, apart from the check it stands in.

type Reading = { sys: number; dia: number }

export const isReading = (row: unknown): row is Reading => {
  const { sys, dia } = (row ?? {}) as Record<string, unknown>
  return typeof sys === 'number' && typeof dia === 'number'
}

/** A reading whose systolic is not over the diastolic by more than 9: most likely typed the wrong way round. */
export const isSwapped = (row: unknown): boolean => isReading(row) && row.sys <= row.dia + 9
