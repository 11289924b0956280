// The parts of two public libraries without types that the tests use.
declare module 'datapackage' {
  type Resource = {
    descriptor: { path: string }
    read: (options?: { keyed: boolean }) => Promise<Record<string, unknown>[]>
  }
  const datapackage: {
    Profile: {
      load: (name: string) => Promise<{ validate: (json: object) => { valid: boolean; errors: unknown[] } }>
    }
    Package: {
      load: (
        path: string,
        options: { strict: boolean },
      ) => Promise<{
        valid: boolean
        getResource: (name: string) => Resource
      }>
    }
  }
  export default datapackage
}

declare module 'jsonstat-toolkit' {
  type Dataset = {
    class: string
    length: number
    Data: (place: Record<string, string>) => { value: number | null; status: string | null }
    Dimension: (id: string) => { Category: (code: string) => { label: string } }
  }
  export default function JSONstat(json: object): Dataset
}
