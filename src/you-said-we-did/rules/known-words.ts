/** Words with a capital that are nobody's name. */
export const capitalised: ReadonlySet<string> = new Set(
  `January February March April May June July August September October November December Monday Tuesday Wednesday
  Thursday Friday Saturday Sunday Christmas Easter Ramadan Eid Diwali England English Britain British Wales Welsh
  Scotland Scottish Europe European Polish Romanian Urdu Arabic Bengali Punjabi Gujarati Somali Turkish Portuguese
  Spanish French German Ukrainian Chinese Cantonese Sign Language Easy Read Braille Makaton Code Ombudsman Parliament
  Government Council Councils`.split(/\s+/),
)

/** How sentences start. Before a name, such a word is no part of it: “The Sandhills” is about Sandhills. */
export const starters: ReadonlySet<string> = new Set(
  `A About After All Also An And Another Any As At Before Both But By Call Each Every Everyone For From He Her Here
  His How I If In It Its Last Like Many Most My Near New Next No Nobody Not Now Of On Once One Only Or Other Our Over
  Parents People Residents Several She Since So Some Someone Soon Still Such Tenants Than That The Their Then There
  These They This Those Though To Too Under Until Up We Were What When Where Which While Who Why With Without You
  Your`.split(/\s+/),
)

/** What stands before a name. */
export const titles: ReadonlySet<string> = new Set(
  'Mr Mrs Ms Miss Mx Dr Prof Professor Cllr Councillor Rev Sir Dame Lady Lord'.split(' '),
)
