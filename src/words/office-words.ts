/** Words that offices write and people do not say (DOMAIN 7.5), in English. */
export const officeWords = new RegExp(
  [
    'please note|please be (?:aware|advised)|in order to|should you wish|if you wish|do not hesitate',
    'prior to|subsequent(?:ly)?|commenc\\w*|terminat\\w*|in the event|in respect of|with (?:regards?|respect) to',
    'regarding|as per|thereof|hereby|aforementioned|pursuant|notwithstanding|whilst|and/or|e\\.g\\.|i\\.e\\.',
    'complainants?|service users?|stakeholders?|dissatisf\\w*|alleg\\w*|vexatious',
    'utilis\\w*|facilitat\\w*|liais\\w*|endeavour\\w*|ascertain\\w*|expedit\\w*|signpost\\w*|escalat\\w*',
    'going forward|any inconvenience|at your earliest|in due course|sufficient\\w*|additional\\w*|via',
  ]
    .map((words) => `\\b(?:${words})(?!\\w)`)
    .join('|'),
  'gi',
)
