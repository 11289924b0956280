import type { Input } from '../../domain/contract/table.ts'

type Consent = Input<'clients.recordConsent'>

/** A spoken consent that names no receiver. */
export const consentInput = (
  clientId: string,
  kind: Consent['kind'],
  over: Partial<Pick<Consent, 'given' | 'method' | 'receiver'>> = {},
): Consent => ({ clientId, kind, given: true, method: 'oral', receiver: null, ...over })
