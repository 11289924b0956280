// Finnish is the measure: Swedish and English must have each of its keys, Northern Sami may have some.

export type Shape<T> = { [K in keyof T]: T[K] extends string ? string : Shape<T[K]> }
export type PartialShape<T> = { [K in keyof T]?: T[K] extends string ? string : PartialShape<T[K]> }
