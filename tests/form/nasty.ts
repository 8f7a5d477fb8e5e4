import fc from 'fast-check'

// A text of 100,000 characters that fails would be shrunk, and compared, for hours: the first failure is enough.
fc.configureGlobal({ endOnFailure: true })

/** Texts that break forms: each has broken one somewhere. */
const known = [
  '',
  ' ',
  '\t\r\n\u00a0\u2003\ufeff',
  '\u0000',
  'be\u0000fore',
  '\ud800',
  'half \udfff of a pair',
  'one\r\ntwo\rthree\nfour\u0085five\u2028six',
  '😀',
  '👩🏽‍🚒🏳️‍🌈',
  'مرحبا، لدي شكوى',
  '\u202eevil\u202c',
  'e\u0301\u0323\u0489'.repeat(50),
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '{name} ${name} {{name}} %s %n',
  "'; drop table heard.complaints; --",
  'someone@example.org\r\nBcc: other@example.org',
  '../../etc/passwd',
  '__proto__',
  'constructor',
  '=1+1',
  'O’Neill',
  "O'Neill",
  'Łukasz',
  '李',
  '李小龙'.repeat(60),
  'a'.repeat(100_000),
  '😀'.repeat(100_000),
  '\n'.repeat(100_000),
  '9'.repeat(100_000),
  `${'a'.repeat(60_000)}@${'b.'.repeat(20_000)}org`,
]

/** Names as people have them. */
export const realNames = [
  'O’Neill',
  "Siân O'Neill",
  'Łukasz',
  '李',
  'Nguyễn Thị Ánh',
  'محمد',
  'X Æ',
  'Jr. 3rd',
  '𠮷野家',
  'Sukarno',
  "D'Arcy-O'Brien y López de la Peña",
  'Zoe\u0308 A\u030angstro\u0308m',
  'שרה בת־מרים',
  'ʻOkina Kānaka',
  'Ng',
  'Null',
  'Wolfeschlegelsteinhausenbergerdorff '.repeat(6).slice(0, 200).trim(),
]

/** Addresses as people have them. */
export const realAddresses = [
  'Flat 2½, 1A Quay Street\nNorthmere\nNM1 1AA',
  'Ty’r Bont\nLlanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch\nLL61 5UJ',
  'c/o The “Old” Vicarage (rear)\nSt. John’s Sq.\nNM2 3BB',
  'boat “Ąžuolas”, mooring 7, by the lock',
  'No fixed address. Ask at the day centre, 12 Mill Lane',
  'Ул. Ленина 5, кв. 7\nحي النور، شارع ٧',
]

/** Any text at all, broken halves of pairs too; often one of those that break things. */
export const nastyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...known, ...realNames) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }) },
  {
    weight: 1,
    arbitrary: fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)), maxLength: 60 }),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom(...known), fc.constantFrom(...known)).map((two) => two.join('')),
  },
)
