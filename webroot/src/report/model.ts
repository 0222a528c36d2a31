export interface Estate { code: string; name: string; areaCode: string; place: string[]; contactPhone?: string }
export interface Receipt { number: string; token: string; receivedOn: string; applicant: string; organisation: { name: string; phone: string } | null; elsewhere?: boolean }
/** Said aloud; `id` once the server has it whole, `begun` while it has it in part. */
export interface Spoken { wave: Blob; millis: number; id: string; begun?: string }
export interface Progress { number: string; cause: string; receivedOn: string; applicant: string; status: string; merged: boolean; units: string[]; handedOverTo?: string }
export interface Picture { id: string; size: number; mediaType: string }
export interface Area { code: string; name: string }
