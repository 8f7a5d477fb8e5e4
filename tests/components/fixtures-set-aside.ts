const groupClasses =
  'a form group takes no classes of its own: space around questions is the layout’s to give'
const affixes = 'no question asks for an amount or a weight, so an input has no prefix or suffix'
const itemLabels = 'the label of a choice takes no classes or attributes: choices look alike'
const fieldsets = 'the fieldset of a question takes no classes or attributes, only its legend does'
const smallChoices = 'small radios bear their class themselves, not on the form group'
const cards = 'a section of answers is a heading and a list, not a card'
const actions = 'the actions of a panel stand in a plain group'
const cellClasses = 'keys and actions take no classes: a summary list has one set of widths'

/**
 * Fixtures that our components do not match, by component and then by reason.
 *
 * The test fails when one that is named here matches after all, or does not exist.
 */
export const setAside: Record<string, Record<string, readonly string[]>> = {
  button: { 'a start button is a link, since it leads to a page and sends nothing': ['start'] },
  checkboxes: {
    [groupClasses]: ['with optional form-group classes showing group error'],
    [itemLabels]: ['with label classes', 'label with attributes'],
    [fieldsets]: ['fieldset params'],
  },
  'date-input': { [groupClasses]: ['with optional form-group classes'] },
  input: {
    [groupClasses]: ['with optional form-group classes'],
    [affixes]: [
      'with prefix',
      'with suffix',
      'with prefix and suffix',
      'with prefix and suffix and error',
      'with prefix and suffix and width modifier',
      'with prefix with html as text',
      'with prefix with html',
      'with prefix with classes',
      'with prefix with attributes',
      'with suffix with html as text',
      'with suffix with html',
      'with suffix with classes',
      'with suffix with attributes',
      'with customised input wrapper',
    ],
  },
  label: { 'a label without words names nothing, so ours always has some': ['empty'] },
  'language-navigation': {
    'the language being read takes no attributes besides its own': ['item attributes'],
  },
  panel: {
    [actions]: [
      'interruption, with actions classes and attributes',
      'interruption, button link',
      'interruption, no actions items',
    ],
  },
  radios: {
    [groupClasses]: ['with optional form-group classes showing group error'],
    [smallChoices]: ['small', 'small with error', 'small with hint', 'small with conditional reveal'],
    [itemLabels]: ['label with classes', 'label with attributes'],
    [fieldsets]: ['fieldset params'],
  },
  select: { [groupClasses]: ['with optional form-group classes'] },
  'summary-list': {
    [cards]: [
      'as a summary card with a text header',
      'as a summary card with a html header',
      'as a summary card with actions',
      'as a summary card with actions plus summary list actions',
      'as a summary card extreme',
      'as a summary card with a custom header level',
      'summary card with custom classes',
      'summary card with custom attributes',
      'summary card with only 1 action',
    ],
    [cellClasses]: ['key with classes', 'actions with classes', 'overridden-widths'],
  },
  textarea: { [groupClasses]: ['with optional form-group classes'] },
}
