import { agreement } from './texts/agreement'
import { cases } from './texts/cases'
import { consultations } from './texts/consultations'
import { dossierWords } from './texts/dossier'
import { copyouts } from './texts/copyouts'
import { exportWords } from './texts/exports'
import { desks } from './texts/desks'
import { duty } from './texts/duty'
import { records } from './texts/records'
import { frame } from './texts/frame'
import { performance } from './texts/performance'
import { police } from './texts/police'
import { imports } from './texts/imports'
import { laws } from './texts/law'
import { ledger } from './texts/ledger'
import { map } from './texts/map'
import { security } from './texts/security'
import { room } from './texts/room'
import { templateWords } from './texts/templates'
import { words } from './texts/words'

/** Every word that staff read. Parties are called by name here too, never by 甲方 or 乙方. */
export const T = {
  ...words,
  ...frame,
  ...cases,
  ...consultations,
  ...room,
  ...security,
  ...agreement,
  ...copyouts,
  ...desks,
  ...duty,
  ...exportWords,
  ...performance,
  ...police,
  ...records,
  ...dossierWords,
  ...templateWords,
  ...imports,
  ...laws,
  ...ledger,
  ...map,
}
