/** The part of SharePoint's theme that the guide can take on. All of it may be missing. */
export interface SiteTheme {
  /** The section's background is dark. */
  isInverted?: boolean
  palette?: {themePrimary?: string}
  fonts?: {medium?: {fontFamily?: unknown}}
  semanticColors?: {
    bodyText?: string
    bodySubtext?: string
    bodyDivider?: string
    bodyBackground?: string
    inputBackground?: string
    inputBorder?: string
    link?: string
    linkHovered?: string
    primaryButtonBackground?: string
    primaryButtonText?: string
  }
}

/**
 * The colours and the font of the page's section, as the custom properties that the elements read.
 *
 * @returns by name; undefined for what the theme does not say, where the guide's own value holds
 */
export function themeTokens(theme: SiteTheme): Record<string, string | undefined> {
  const {isInverted, palette, fonts, semanticColors: colors = {}} = theme
  const font = fonts?.medium?.fontFamily
  return {
    // Chooses between the guide's own two sets for whatever has no colour here.
    'color-scheme': isInverted ? 'dark' : 'light',
    '--dsg-font-family': typeof font === 'string' ? font : undefined,
    '--dsg-color-brand': palette?.themePrimary,
    '--dsg-color-text': colors.bodyText,
    '--dsg-color-secondary-text': colors.bodySubtext,
    '--dsg-color-border': colors.bodyDivider,
    '--dsg-color-surface': colors.inputBackground ?? colors.bodyBackground,
    '--dsg-color-input-border': colors.inputBorder,
    '--dsg-color-link': colors.link,
    '--dsg-color-link-hover': colors.linkHovered,
    '--dsg-color-link-visited': colors.link,
    '--dsg-color-button': colors.primaryButtonBackground,
    '--dsg-color-button-text': colors.primaryButtonText,
  }
}
