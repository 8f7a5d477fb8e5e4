import type { ComponentChildren, VNode } from 'preact'
import { BackLink } from '../../src/components/govuk/back-link.tsx'
import { Breadcrumbs } from '../../src/components/govuk/breadcrumbs.tsx'
import { ButtonLink } from '../../src/components/govuk/button-link.tsx'
import { Button } from '../../src/components/govuk/button.tsx'
import { Details } from '../../src/components/govuk/details.tsx'
import { ErrorMessage } from '../../src/components/govuk/error-message.tsx'
import { ErrorSummary } from '../../src/components/govuk/error-summary.tsx'
import { Fieldset } from '../../src/components/govuk/fieldset.tsx'
import { GenericHeader } from '../../src/components/govuk/generic-header.tsx'
import { Hint } from '../../src/components/govuk/hint.tsx'
import { InsetText } from '../../src/components/govuk/inset-text.tsx'
import { Label } from '../../src/components/govuk/label.tsx'
import { LanguageNavigation } from '../../src/components/govuk/language-navigation.tsx'
import { NotificationBanner } from '../../src/components/govuk/notification-banner.tsx'
import { Panel } from '../../src/components/govuk/panel.tsx'
import { SkipLink } from '../../src/components/govuk/skip-link.tsx'
import { SummaryList } from '../../src/components/govuk/summary-list.tsx'
import { Table } from '../../src/components/govuk/table.tsx'
import { WarningText } from '../../src/components/govuk/warning-text.tsx'
import { fieldMappers } from './field-mappers.tsx'
import { basics, html, words } from './fixture-content.ts'
import type { Item, Options, Row } from './fixture-options.ts'

const present = <T,>(item: T | null | false | ''): item is T => Boolean(item)

const cell = ({ format, rowspan, colspan, ...item }: Item) => ({
  ...basics(item),
  ...(rowspan && { rowspan }),
  ...(colspan && { colspan }),
  numeric: format === 'numeric',
  children: words(item),
})

const panelAction = (action: Item): VNode =>
  action.href && action.type !== 'button' ? (
    <a class="govuk-link govuk-link--inverse" href={action.href}>
      {words(action)}
    </a>
  ) : action.href ? (
    <ButtonLink href={action.href} class="govuk-button--inverse">
      {words(action)}
    </ButtonLink>
  ) : (
    <Button
      type={action.type as 'button' | 'submit'}
      {...action.attributes}
      class={`govuk-button--inverse ${action.classes ?? ''}`}
    >
      {words(action)}
    </Button>
  )

/**
 * Turns the options of a fixture into our component with the same meaning.
 *
 * The English that govuk-frontend falls back to is written out here, since our components hold none.
 */
export const mappers: Record<string, (options: Options) => ComponentChildren> = {
  ...fieldMappers,
  'back-link': (o) => (
    <BackLink href={o.href ?? '#'} {...basics(o)}>
      {words(o) ?? 'Back'}
    </BackLink>
  ),
  breadcrumbs: (o) => (
    <Breadcrumbs
      {...basics(o)}
      label={o.labelText ?? 'Breadcrumb'}
      collapseOnMobile={o.collapseOnMobile}
      items={(o.items ?? [])
        .filter(present)
        .map((item) => ({ ...basics(item), href: item.href, label: words(item) }))}
    />
  ),
  button: (o) =>
    o.href ? (
      <ButtonLink {...basics(o)} href={o.href} start={o.isStartButton}>
        {words(o)}
      </ButtonLink>
    ) : (
      <Button
        {...basics(o)}
        {...(o.type && { type: o.type as 'button' })}
        name={o.name}
        value={o.value}
        disabled={o.disabled}
        data-prevent-double-click={o.preventDoubleClick}
      >
        {words(o)}
      </Button>
    ),
  details: (o) => (
    <Details {...basics(o)} open={o.open} summary={html(o.summaryHtml) ?? o.summaryText}>
      {words(o)}
    </Details>
  ),
  'error-message': (o) => (
    <ErrorMessage
      {...basics(o)}
      prefix={
        o.visuallyHiddenText === undefined ? 'Error:' : o.visuallyHiddenText && `${o.visuallyHiddenText}:`
      }
    >
      {words(o)}
    </ErrorMessage>
  ),
  'error-summary': (o) => (
    <ErrorSummary
      {...basics(o)}
      data-disable-auto-focus={o.disableAutoFocus}
      title={html(o.titleHtml) ?? o.titleText}
      items={(o.errorList ?? []).map((item) => ({ ...basics(item), href: item.href, message: words(item) }))}
    >
      {html(o.descriptionHtml) ?? o.descriptionText}
    </ErrorSummary>
  ),
  fieldset: (o) => (
    <Fieldset
      {...basics(o)}
      role={o.role as 'group'}
      aria-describedby={o.describedBy}
      legend={words(o.legend)}
      legendClass={o.legend?.classes}
      heading={o.legend?.isPageHeading}
    >
      {html(o.html)}
    </Fieldset>
  ),
  'generic-header': (o) => (
    <GenericHeader {...basics(o)} href={o.url ?? '/'} containerClass={o.containerClasses}>
      {html(o.logoHtml) ?? o.logoText}
    </GenericHeader>
  ),
  hint: (o) => <Hint {...basics(o)}>{words(o)}</Hint>,
  'inset-text': (o) => <InsetText {...basics(o)}>{words(o)}</InsetText>,
  label: (o) => (
    <Label {...basics(o)} for={o.for} heading={o.isPageHeading}>
      {words(o)}
    </Label>
  ),
  'language-navigation': (o) => (
    <LanguageNavigation
      {...basics(o)}
      label={o.ariaLabel ?? 'Language'}
      items={(o.items ?? []).filter(present).map((item) => ({
        ...basics(item),
        label: words(item),
        lang: item.lang ?? '',
        dir: item.dir,
        href: item.current ? undefined : item.href,
        description: item.languageDescriptionText,
      }))}
    />
  ),
  'notification-banner': (o) => (
    <NotificationBanner
      {...basics(o)}
      {...(o.role && { role: o.role })}
      data-disable-auto-focus={o.disableAutoFocus}
      success={o.type === 'success'}
      title={html(o.titleHtml) ?? o.titleText ?? (o.type === 'success' ? 'Success' : 'Important')}
      titleId={o.titleId}
      level={o.titleHeadingLevel as 3}
      heading={o.text}
    >
      {html(o.html)}
    </NotificationBanner>
  ),
  panel: ({ classes = '', ...o }) => (
    <Panel
      {...o.attributes}
      class={classes.replace('govuk-panel--interruption', '')}
      interruption={classes.includes('govuk-panel--interruption')}
      title={html(o.titleHtml) ?? o.titleText}
      level={o.headingLevel as 2}
      actions={o.actions && <>{o.actions.items?.map(panelAction)}</>}
    >
      {words(o)}
    </Panel>
  ),
  'skip-link': (o) => (
    <SkipLink href={o.href ?? '#content'} {...basics(o)}>
      {words(o)}
    </SkipLink>
  ),
  'summary-list': (o) => (
    <SummaryList
      {...basics(o)}
      rows={(o.rows as Row[]).map(
        (row) =>
          row && {
            key: words(row.key),
            value: words(row.value),
            class: row.classes,
            actions: row.actions?.items?.map((action) => ({
              ...basics(action),
              href: action.href ?? '',
              label: words(action),
              hiddenText: action.visuallyHiddenText,
            })),
          },
      )}
    />
  ),
  table: (o) => (
    <Table
      {...basics(o)}
      caption={o.caption}
      captionClass={o.captionClasses}
      head={o.head?.map(cell)}
      rows={(o.rows as Item[][]).filter(present).map((row) => row.map(cell))}
      firstCellIsHeader={o.firstCellIsHeader}
    />
  ),
  'warning-text': (o) => (
    <WarningText {...basics(o)} prefix={o.iconFallbackText ?? 'Warning'}>
      {words(o)}
    </WarningText>
  ),
}
