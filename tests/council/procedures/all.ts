import { adultSocialCare } from './adult-social-care.ts'
import { brighton } from './brighton.ts'
import { childrensSocialCare } from './childrens-social-care.ts'
import { dataProtection } from './data-protection.ts'
import { housingCode } from './housing-code.ts'
import { lgscoCode } from './lgsco-code.ts'
import { shropshireChildrens } from './shropshire-childrens.ts'
import { shropshireCorporate } from './shropshire-corporate.ts'
import { shropshireProvider } from './shropshire-provider.ts'
import { shropshireProviderAdults } from './shropshire-provider-adults.ts'
import { stockton2019 } from './stockton-2019.ts'
import { stocktonLive } from './stockton-live.ts'

/** Every procedure of DOMAIN 1.2 and 1.3 that names a clock; Peterborough's names none. */
export const fixtures = [
  lgscoCode,
  housingCode,
  adultSocialCare,
  childrensSocialCare,
  dataProtection,
  stockton2019,
  stocktonLive,
  brighton,
  shropshireProvider,
  shropshireProviderAdults,
  shropshireCorporate,
  shropshireChildrens,
]
